package io.tensionwire.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.service.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {

  @TempDir Path folder;

  @Test
  void rawSettingsPassThroughToEveryClient() {
    KafkaSettings kafka =
        read(
            "kafka:\n  bootstrap.servers: a:1,b:2\n  security.protocol: SASL_SSL\n  sasl.mechanism: PLAIN\n",
            Map.of(
                "TENSIONWIRE_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                "TENSIONWIRE_KAFKA_SSL_TRUSTSTORE_LOCATION", "/ca"));

    assertThat(kafka.bootstrapServers()).isEqualTo("a:1,b:2");
    for (var settings : List.of(
        kafka.client("c"), kafka.producerSettings("c"), kafka.transactionalProducerSettings("c", "t"),
        kafka.consumerSettings("c"), kafka.groupConsumerSettings("c", "g"))) {
      assertThat(settings)
          .containsEntry("bootstrap.servers", "a:1,b:2")
          .containsEntry("security.protocol", "SASL_SSL")
          .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
          .containsEntry("ssl.truststore.location", "/ca")
          .containsEntry("client.id", "c");
    }
  }

  @Test
  void theServersMayComeFromTheEnvironmentAlone() {
    assertThat(read("", Map.of("TENSIONWIRE_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")).bootstrapServers())
        .isEqualTo("kafka:9092");
    assertThat(read("kafka:\n  bootstrap.servers:\n", Map.of()).bootstrapServers()).isNull();
  }

  @Test
  void whatTheGuaranteesRestOnCannotBeWeakened() {
    KafkaSettings kafka =
        read("kafka:\n  acks: 1\n  enable.idempotence: false\n  isolation.level: read_uncommitted\n", Map.of());

    assertThat(kafka.producerSettings("c")).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    assertThat(kafka.transactionalProducerSettings("c", "t"))
        .containsEntry("transactional.id", "t")
        .containsEntry("transaction.timeout.ms", 10_000);
    assertThat(kafka.groupConsumerSettings("c", "g"))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("enable.auto.commit", false)
        .containsEntry("group.protocol", "classic")
        .containsEntry("session.timeout.ms", 10_000)
        .containsEntry("group.id", "g");
  }

  @Test
  void whatIsATasteMayBeChanged() {
    KafkaSettings kafka = read("kafka:\n  compression.type: zstd\n  linger.ms: 5\n", Map.of());

    assertThat(kafka.producerSettings("c")).containsEntry("compression.type", "zstd").containsEntry("linger.ms", "5");
  }

  @Test
  void secretsMayComeFromAFileAndAreNeverShown() throws Exception {
    Path jaas = Files.writeString(folder.resolve("jaas"), "login required password=s3cret;\n");
    Path key = Files.writeString(folder.resolve("key"), "s3cret-key\n");

    KafkaSettings kafka =
        read(
            "kafka:\n  sasl.jaas.config_file: " + jaas + "\n",
            Map.of("TENSIONWIRE_KAFKA_SSL_KEY_PASSWORD_FILE", key.toString()));

    assertThat(kafka.raw())
        .containsEntry("sasl.jaas.config", "login required password=s3cret;")
        .containsEntry("ssl.key.password", "s3cret-key")
        .hasSize(2);
    assertThat(kafka.toString()).contains("sasl.jaas.config").doesNotContain("s3cret");
  }

  @Test
  void topicsHaveTheirPrefixAndReplication() {
    KafkaSettings kafka = read("topics:\n  prefix: desk.\n  replication-factor: 3\n", Map.of());

    assertThat(kafka.topics().alerts().name()).isEqualTo("desk.alerts");
    assertThat(kafka.replicationFactor()).isEqualTo((short) 3);
    assertThat(read("", Map.of()).replicationFactor()).isEqualTo((short) -1);
    assertThatThrownBy(() -> read("topics:\n  replication-factor: 0\n", Map.of()))
        .hasMessage("file.yaml:2: topics.replication-factor: 0 must be from 1 to 9, or -1 for the broker's default");
  }

  @Test
  void otherServersLeaveTheRestAsItIs() {
    KafkaSettings kafka = read("kafka:\n  linger.ms: 5\n", Map.of()).withBootstrapServers("c:3");

    assertThat(kafka.raw()).isEqualTo(Map.of("linger.ms", "5", "bootstrap.servers", "c:3"));
  }

  private static KafkaSettings read(String yaml, Map<String, String> environment) {
    var configuration = Configuration.parse(yaml, "file.yaml", environment);
    KafkaSettings kafka = KafkaSettings.from(configuration.section("kafka"), configuration.section("topics"));
    configuration.rejectUnknownKeys();
    return kafka;
  }
}
