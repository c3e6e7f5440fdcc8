package io.tensionwire.alerts.slack;

import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import java.util.Optional;

/**
 * A channel of Slack's, by its incoming webhook.
 *
 * @param url the webhook's address, which is its secret
 */
public record SlackWebhookConfig(String name, Secret url, int messagesPerSecond) implements ReceiverConfig {

  private static final String PER_SECOND = "messages-per-second";

  public static ReceiverConfig from(String name, Section section) {
    Off off = Off.unlessSet(name, section, "url", PER_SECOND);
    if (off != null) {
      return off;
    }
    int perSecond = section.integer(PER_SECOND, SlackWebhookReceiver.RATE.perSecond(), 1, 1000);
    Secret url = section.secret("url");
    if (url == null) {
      throw section.error("url is missing; give url: \"${SLACK_WEBHOOK_URL}\", or url_file");
    }
    if (!HttpCaller.isAddress(url)) {
      // The value is a secret: it is not shown.
      throw section.error("url is not an address; it starts like https://hooks.slack.com/services/");
    }
    return new SlackWebhookConfig(name, url, perSecond);
  }

  @Override
  public Optional<Receiver> open() {
    return Optional.of(new SlackWebhookReceiver(name, url, new Rate(messagesPerSecond)));
  }
}
