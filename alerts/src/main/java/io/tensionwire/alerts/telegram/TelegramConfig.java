package io.tensionwire.alerts.telegram;

import io.tensionwire.alerts.http.HttpCaller;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.address.PrivateAddresses;
import java.net.URI;
import java.util.Optional;

/**
 * A chat of Telegram's, by a bot that is in it.
 *
 * @param chat its number, negative for a group, or {@code @channel}
 * @param api where the Bot API is: Telegram's, or a server of one's own
 */
public record TelegramConfig(String name, Secret token, String chat, URI api) implements ReceiverConfig {

  private static final URI TELEGRAM = URI.create("https://api.telegram.org");
  private static final String TOKEN = "token";
  private static final String CHAT = "chat";
  private static final String API = "api";

  public static ReceiverConfig from(String name, Section section) {
    Off off = Off.unlessSet(name, section, TOKEN, CHAT, API);
    if (off != null) {
      return off;
    }
    Secret token = section.secret(TOKEN);
    if (token == null) {
      throw section.error("token is missing; BotFather gives it to whoever makes a bot. It may stand in a file: token_file");
    }
    if (!token.reveal().matches("\\d+:[A-Za-z0-9_-]{20,}")) {
      throw section.error("token is no bot's token; it looks like 123456789: and 35 letters");
    }
    String chat = section.required(CHAT);
    if (!chat.matches("-?\\d{1,18}|@[A-Za-z][A-Za-z0-9_]{3,}")) {
      throw section.error(CHAT, "is no chat; give its number, negative for a group, or @channel");
    }
    URI api = section.uri(API);
    return new TelegramConfig(name, token, chat, api == null ? TELEGRAM : api);
  }

  /** One message a second into a chat, and twenty a minute into a group or channel. */
  Rate rate() {
    boolean group = chat.startsWith("-") || chat.startsWith("@");
    return group ? Rate.perMinute(20) : new Rate(1);
  }

  @Override
  public Optional<Receiver> open() {
    return Optional.of(new TelegramReceiver(
        name, api.toString().replaceFirst("/+$", ""), token, chat, rate(), new HttpCaller(PrivateAddresses.ALL)));
  }
}
