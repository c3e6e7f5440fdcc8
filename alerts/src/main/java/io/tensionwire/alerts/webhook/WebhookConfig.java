package io.tensionwire.alerts.webhook;

import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.receiver.Retries;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.address.PrivateAddresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that takes events.
 *
 * @param keys what is signed with, the one in use first; the one before stands after it while it is being replaced
 * @param allowed inner addresses that it may have
 * @param retries when an event that was not taken is tried again
 */
public record WebhookConfig(
    String name, Secret url, List<Secret> keys, PrivateAddresses allowed, int messagesPerSecond, Retries retries)
    implements ReceiverConfig {

  private static final String SECRET = "secret";
  private static final String PREVIOUS = "previous-secret";
  private static final String ALLOW = "allow-private-addresses";
  private static final String PER_SECOND = "messages-per-second";
  private static final String RETRIES = "retries";
  private static final int USUAL_PER_SECOND = 10;
  private static final int MOST_RETRIES = 20;
  /** Alerts stay on their topic for longer, so there is still something to be sent. */
  private static final Duration LONGEST = Duration.ofDays(7);

  public WebhookConfig {
    keys = List.copyOf(keys);
  }

  public static ReceiverConfig from(String name, Section section) {
    Off off = Off.unlessSet(
        name, section, "url", SECRET, SECRET + "_file", PREVIOUS, PREVIOUS + "_file", ALLOW, PER_SECOND, RETRIES);
    if (off == null) {
      off = Off.unlessSet(
          name, section, SECRET, "url", "url_file", PREVIOUS, PREVIOUS + "_file", ALLOW, PER_SECOND, RETRIES);
    }
    if (off != null) {
      return off;
    }
    Secret url = section.secret("url");
    if (url == null) {
      throw section.error("url is missing; it is where events are posted, such as https://desk.example/alerts");
    }
    if (!HttpCaller.isAddress(url)) {
      // The value may hold a secret: it is not shown.
      throw section.error("url is not an address; it starts with https:// or http://");
    }
    List<Secret> keys = new ArrayList<>();
    keys.add(key(section, SECRET));
    if (section.has(PREVIOUS) && section.missingVariable(PREVIOUS) == null || section.has(PREVIOUS + "_file")) {
      keys.add(key(section, PREVIOUS));
    }
    section.know(List.of(PREVIOUS, PREVIOUS + "_file"));
    return new WebhookConfig(
        name, url, keys, allowed(section), section.integer(PER_SECOND, USUAL_PER_SECOND, 1, 1000), retries(section));
  }

  private static Retries retries(Section section) {
    List<Duration> pauses = section.durations(RETRIES);
    if (!section.has(RETRIES)) {
      return Retries.STANDARD_WEBHOOKS;
    }
    if (pauses.isEmpty() || pauses.size() > MOST_RETRIES || pauses.stream().anyMatch(pause -> !pause.isPositive())) {
      throw section.error(
          RETRIES, "must be 1 to " + MOST_RETRIES + " pauses, each longer than nothing, such as [5s, 5m, 30m, 2h, 5h]");
    }
    var retries = new Retries(pauses);
    if (retries.whole().compareTo(LONGEST) > 0) {
      throw section.error(RETRIES, "last longer than " + LONGEST.toDays() + " days together");
    }
    return retries;
  }

  private static Secret key(Section section, String key) {
    Secret secret = section.secret(key);
    if (secret == null) {
      throw section.error(
          key + " is missing; events are signed with it. Make one: echo whsec_$(openssl rand -base64 32)");
    }
    try {
      SigningKey.of(secret);
    } catch (IllegalArgumentException e) {
      throw section.error(key, e.getMessage() + "; make one: echo whsec_$(openssl rand -base64 32)");
    }
    return secret;
  }

  private static PrivateAddresses allowed(Section section) {
    try {
      return PrivateAddresses.parse(section.texts(ALLOW));
    } catch (IllegalArgumentException e) {
      throw section.error(ALLOW, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Receiver> open() {
    List<SigningKey> signing = keys.stream().map(SigningKey::of).toList();
    return Optional.of(
        new WebhookReceiver(
            name, url, signing, new Rate(messagesPerSecond), retries, new HttpCaller(allowed)));
  }
}
