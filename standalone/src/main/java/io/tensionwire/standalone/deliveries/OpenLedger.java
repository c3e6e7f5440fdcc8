package io.tensionwire.standalone.deliveries;

import io.tensionwire.alerts.delivery.Replay;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.topics.TopicsCommand;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** The ledger of a cluster, for one command. */
final class OpenLedger {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private OpenLedger() {}

  /** The topics may not be there yet: then nothing was told. */
  static <T> T use(ClusterOption cluster, Function<Replay, T> use) {
    KafkaSettings kafka = cluster.kafka();
    TopicsCommand.found(kafka, TopicProvisioner::ensure, List.of(kafka.topics().alerts(), kafka.topics().deliveries()));
    try {
      return use.apply(new Replay(kafka, TIMEOUT));
    } catch (KafkaException e) {
      throw new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
    }
  }
}
