package io.tensionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class KilledBrokerIT {

  @TempDir Path data;

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                BrokerProcess.class.getName(), data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo(BrokerProcess.DONE);
    } finally {
      process.destroyForcibly().waitFor();
    }

    try (var broker = EmbeddedBroker.start(data);
        var consumer = new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(BrokerProcess.TOPIC, 0)));

      var records = consumer.poll(Duration.ofSeconds(20));

      assertThat(records).extracting(record -> record.value()).containsExactly(BrokerProcess.VALUE);
    }
  }
}
