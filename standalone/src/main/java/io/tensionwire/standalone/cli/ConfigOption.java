package io.tensionwire.standalone.cli;

import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.service.kafka.KafkaSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config}: the configuration of every command that has to do with Kafka. */
public final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; config/tensionwire.yaml of this installation if absent.")
  @Nullable Path file;

  public Configuration load() {
    return Configuration.load(file == null ? Installation.defaultConfiguration() : file, System.getenv());
  }

  public static KafkaSettings kafka(Configuration configuration) {
    return KafkaSettings.from(configuration.section("kafka"), configuration.section("topics"));
  }

  /** The settings of a cluster that somebody else runs. */
  public static KafkaSettings cluster(Configuration configuration) {
    KafkaSettings kafka = kafka(configuration);
    if (kafka.bootstrapServers() == null) {
      throw new ConfigurationException(
          "kafka.bootstrap.servers is missing: set it in the configuration or as"
              + " TENSIONWIRE_KAFKA_BOOTSTRAP_SERVERS; only 'run' and 'demo' bring a broker of their own");
    }
    return kafka;
  }
}
