package io.tensionwire.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.service.kafka.KafkaSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TopicGateIT {

  @TempDir Path data;

  private final Health health = new Health();
  private final Health.Check check = health.check("kafka");

  @Test
  void waitsForABrokerThatIsNotThereYetAndGoesOnWhenItComes() throws Exception {
    int port = freePort();
    KafkaSettings kafka = KafkaSettings.at("127.0.0.1:" + port);

    try (var roles = Executors.newVirtualThreadPerTaskExecutor()) {
      var passed = CompletableFuture.runAsync(() -> pass(kafka), roles);
      await().atMost(Duration.ofSeconds(30))
          .until(() -> ("no answer from Kafka at 127.0.0.1:" + port).equals(check.problem()));
      assertThat(health.ready()).isFalse();
      assertThat(passed).isNotDone();

      try (var broker = EmbeddedBroker.start(data, port)) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(passed).isCompleted());
        assertThat(topicsOf(broker)).contains("news.articles", "news.dead-letters");
      }
    }
  }

  @Test
  void aHostThatIsNotKnownIsWaitedForWithTheReason() throws Exception {
    KafkaSettings kafka = KafkaSettings.at("no-such-host.invalid:9092");
    Thread role = Thread.ofVirtual().start(() -> pass(kafka));

    await().atMost(Duration.ofSeconds(30)).until(() ->
        "no host of kafka.bootstrap.servers is known: no-such-host.invalid:9092".equals(check.problem()));
    role.interrupt();

    assertThat(role.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void whatIsNoAddressIsAMistakeInOneLine() {
    for (String bad : List.of("nonsense", "kafka:port")) {
      assertThatThrownBy(() -> TopicGate.await(context(KafkaSettings.at(bad)), check, List.of()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("the settings under kafka are not usable: ")
          .hasMessageContaining(bad)
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aSettingThatTheClientRefusesIsAMistakeInOneLine() {
    var kafka = new KafkaSettings(
        Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "NONSENSE"),
        KafkaSettings.at("127.0.0.1:1").topics(), (short) -1);

    assertThatThrownBy(() -> TopicGate.await(context(kafka), check, List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("NONSENSE")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTopicThatIsNotAsItShouldBeStopsTheRole() throws Exception {
    try (var broker = EmbeddedBroker.start(data);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      admin.createTopics(List.of(new NewTopic("news.articles", 3, (short) 1))).all().get();

      assertThatThrownBy(() -> TopicGate.await(context(kafka), check, kafka.topics().all()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("topic news.articles has 3 partitions instead of 6; change it, or choose another topics.prefix");
    }
  }

  private void pass(KafkaSettings kafka) {
    try {
      TopicGate.await(context(kafka), check, kafka.topics().all());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RoleContext context(KafkaSettings kafka) {
    return new RoleContext(kafka, Clock.systemUTC(), new SimpleMeterRegistry(), health, bug -> {});
  }

  private static Iterable<String> topicsOf(EmbeddedBroker broker) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      return admin.listTopics().names().get();
    }
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
