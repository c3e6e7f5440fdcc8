package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel of Slack's, by an app of the newsroom's own.
 *
 * @param token the bot's
 * @param appToken opens sockets for clicks; {@code null}: messages have no buttons
 * @param channel its id
 * @param api where Slack's methods are, with a slash at the end
 */
public record SlackAppConfig(
    String name, Secret token, @Nullable Secret appToken, String channel, URI api, int messagesPerSecond,
    int editsPerMinute)
    implements ReceiverConfig {

  /** Where Slack's methods are; a workspace of GovSlack has another address. */
  public static final URI API = URI.create("https://slack.com/api/");

  private static final String APP_TOKEN = "app-token";
  private static final String CHANNEL = "channel";
  private static final String API_URL = "api-url";
  private static final String PER_SECOND = "messages-per-second";
  private static final String PER_MINUTE = "edits-per-minute";

  /** With as many edits as Slack allows. */
  SlackAppConfig(
      String name, Secret token, @Nullable Secret appToken, String channel, URI api, int messagesPerSecond) {
    this(name, token, appToken, channel, api, messagesPerSecond, SlackAppReceiver.EDITS_PER_MINUTE);
  }

  public static ReceiverConfig from(String name, Section section) {
    Off off = Off.unlessSet(name, section, "token", APP_TOKEN, APP_TOKEN + "_file", CHANNEL, API_URL, PER_SECOND, PER_MINUTE);
    if (off != null) {
      return off;
    }
    Secret token = section.secret("token");
    if (token == null) {
      throw section.error("token is missing; give token: \"${SLACK_BOT_TOKEN}\", or token_file");
    }
    // The value is a secret: it is not shown.
    if (!printable(token) || token.reveal().startsWith("xapp-")) {
      throw section.error("token is not a bot's token; it starts with xoxb- and is on the app's page OAuth & Permissions");
    }
    Secret appToken = appToken(section);
    if (appToken != null && (!printable(appToken) || appToken.reveal().startsWith("xoxb-"))) {
      throw section.error("app-token is not an app's token; it starts with xapp- and is on the app's page Basic Information");
    }
    String channel = section.required(CHANNEL);
    if (!channel.matches("[CGD][A-Z0-9]{2,20}")) {
      throw section.error(
          CHANNEL, "is not a channel's id, such as C0123456789; Slack shows it at the end of the channel's details");
    }
    URI api = section.uri(API_URL);
    int perSecond = section.integer(PER_SECOND, SlackAppReceiver.RATE.perSecond(), 1, 1000);
    int perMinute = section.integer(PER_MINUTE, SlackAppReceiver.EDITS_PER_MINUTE, 1, 60_000);
    return new SlackAppConfig(name, token, appToken, channel, api == null ? API : withSlash(api), perSecond, perMinute);
  }

  /** Buttons are wanted only where their token is set. */
  private static @Nullable Secret appToken(Section section) {
    if (section.missingVariable(APP_TOKEN) != null || section.missingVariable(APP_TOKEN + "_file") != null) {
      section.know(List.of(APP_TOKEN, APP_TOKEN + "_file"));
      return null;
    }
    return section.secret(APP_TOKEN);
  }

  private static boolean printable(Secret secret) {
    return secret.reveal().matches("[!-~]+");
  }

  private static URI withSlash(URI api) {
    return api.toString().endsWith("/") ? api : URI.create(api + "/");
  }

  /** By its buttons. */
  @Override
  public boolean takesAnswers() {
    return appToken != null;
  }

  @Override
  public Optional<Receiver> open() {
    return Optional.of(new SlackAppReceiver(this, new Rate(messagesPerSecond), Clock.systemUTC()));
  }
}
