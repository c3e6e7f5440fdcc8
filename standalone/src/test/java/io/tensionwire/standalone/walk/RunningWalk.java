package io.tensionwire.standalone.walk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Json;
import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.process.Parts;
import io.tensionwire.standalone.process.Roles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All roles against a cluster, reading given feeds and telling a fake Slack. */
final class RunningWalk implements AutoCloseable {

  static final String CHANNEL = "newsroom";

  private final Parts parts = new Parts();
  private final Health health = new Health();
  private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();

  /** One feed to be read. */
  record ReadFeed(String id, URI url, String outlet, String language) {}

  private RunningWalk() {}

  static RunningWalk start(
      String bootstrapServers, List<ReadFeed> feeds, FakeSlack slack, Clock clock, String maxAge, Path state) {
    var walk = new RunningWalk();
    var configuration = Configuration.parse(yaml(feeds, slack, maxAge, state), "the test's configuration", Map.of());
    Roles roles = Roles.from(configuration);
    configuration.rejectUnknownKeys();
    var context = new RoleContext(
        KafkaSettings.at(bootstrapServers), clock, new SimpleMeterRegistry(), walk.health, walk.bugs::add);
    roles.start(context, walk.parts);
    return walk;
  }

  boolean ready() {
    return health.ready();
  }

  /** What ended the work for good; empty while all is well. */
  List<Throwable> bugs() {
    return List.copyOf(bugs);
  }

  @Override
  public void close() {
    parts.close();
  }

  private static String yaml(List<ReadFeed> feeds, FakeSlack slack, String maxAge, Path state) {
    var yaml = new StringBuilder("""
        ingest:
          allow-private-addresses: true
          host-pause: 0ms
          feeds:
        """);
    for (ReadFeed feed : feeds) {
      yaml.append("    - { id: %s, url: %s, outlet: %s, language: %s, interval: 1s }\n".formatted(
          feed.id(), feed.url(), Json.write(feed.outlet()), feed.language()));
    }
    return yaml.append("""
        processor:
          watches: %s
          state-dir: %s
        alerts:
          max-age: %s
          first-poll: told
          receivers:
            - name: newsroom
              slack-webhook: { url: %s }
          route:
            receiver: newsroom
        """.formatted(
        Json.write(shippedWatches().toString()), Json.write(state.toString()), maxAge, slack.webhook(CHANNEL)))
        .toString();
  }

  private static Path shippedWatches() {
    return Path.of("..", "config", "watches").toAbsolutePath().normalize();
  }
}
