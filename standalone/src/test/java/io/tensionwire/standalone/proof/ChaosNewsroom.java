package io.tensionwire.standalone.proof;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.FakeSlack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A newsroom that is told of every alert at each of its receivers, and its configuration. */
final class ChaosNewsroom {

  /**
   * One receiver.
   *
   * @param channel its id in the fake
   * @param bot whether it is an app with a bot, which keeps threads; else an incoming webhook
   */
  record Desk(String name, String channel, boolean bot) {}

  /** Far more than Slack allows: the proof is about failures, and would take an hour at one message a second. */
  private static final String NO_LIMIT = "messages-per-second: 1000";

  private final List<Desk> desks = new ArrayList<>();

  /** @param receivers {@code webhook}, {@code bot} or {@code both} */
  ChaosNewsroom(String receivers) {
    if (!List.of("webhook", "bot", "both").contains(receivers)) {
      throw new IllegalArgumentException("--receiver " + receivers + ": webhook, bot or both");
    }
    for (String name : List.of("desk", "wire")) {
      if (!receivers.equals("bot")) {
        desks.add(new Desk(name, name, false));
      }
      if (!receivers.equals("webhook")) {
        desks.add(new Desk(name + "-bot", "C0" + name.toUpperCase(Locale.ROOT), true));
      }
    }
  }

  List<Desk> desks() {
    return desks;
  }

  List<Desk> bots() {
    return desks.stream().filter(Desk::bot).toList();
  }

  List<Desk> webhooks() {
    return desks.stream().filter(desk -> !desk.bot()).toList();
  }

  void open(FakeSlack slack) {
    bots().forEach(bot -> slack.channel(bot.channel(), bot.name()));
  }

  Path configuration(Path folder, EmbeddedBroker broker, FakeSlack slack) throws IOException {
    String receivers = desks.stream().map(desk -> receiver(desk, slack)).collect(Collectors.joining());
    String routes = desks.stream().skip(1).map(desk -> "      - { receiver: %s, continue: true }\n".formatted(desk.name()))
        .collect(Collectors.joining());
    return Files.writeString(folder.resolve("alerts.yaml"), """
        kafka: { bootstrap.servers: "%s" }
        alerts:
          receivers:
        %s  route:
            receiver: %s
            routes:
        %shttp: { listen: "127.0.0.1:0" }
        """.formatted(broker.bootstrapServers(), receivers, desks.getFirst().name(), routes));
  }

  private static String receiver(Desk desk, FakeSlack slack) {
    return desk.bot()
        ? "    - { name: %s, slack: { token: \"%s\", channel: %s, api-url: \"%s\", %s, edits-per-minute: 60000 } }\n"
            .formatted(desk.name(), FakeSlack.BOT_TOKEN, desk.channel(), slack.api(), NO_LIMIT)
        : "    - { name: %s, slack-webhook: { url: \"%s\", %s } }\n".formatted(
            desk.name(), slack.webhook(desk.channel()), NO_LIMIT);
  }
}
