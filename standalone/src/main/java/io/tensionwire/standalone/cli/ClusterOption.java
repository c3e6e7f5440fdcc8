package io.tensionwire.standalone.cli;

import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.process.RunningBroker;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --bootstrap}: which cluster a command speaks to. */
public final class ClusterOption {

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The cluster; kafka.bootstrap.servers if absent, else the broker of a 'tensionwire run' here.")
  private @Nullable String bootstrap;

  /** The whole configuration, for commands that look at more than the cluster. */
  public Configuration configuration() {
    return config.load();
  }

  /** The section {@code ingest}, for single keys of it. */
  public Section ingest() {
    return config.load().section("ingest");
  }

  /** @throws io.tensionwire.service.config.ConfigurationException if none is named and none of ours is running */
  public KafkaSettings kafka() {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.kafka(configuration);
    Path data = Path.of(configuration.section("embedded").text("data", "data"));
    configuration.rejectUnknownKeys();
    if (bootstrap != null) {
      return kafka.withBootstrapServers(bootstrap);
    }
    String running = kafka.bootstrapServers() == null ? RunningBroker.address(data) : null;
    return running == null ? ConfigOption.cluster(configuration) : kafka.withBootstrapServers(running);
  }
}
