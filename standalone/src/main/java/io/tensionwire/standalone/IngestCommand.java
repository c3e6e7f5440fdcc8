package io.tensionwire.standalone;

import io.tensionwire.ingest.IngestApp;
import io.tensionwire.ingest.IngestConfig;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.process.Role;
import io.tensionwire.standalone.process.RoleProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ingest}: that role against a Kafka cluster. */
@Command(name = "ingest", description = "Poll the feeds and write their articles to Kafka.")
final class IngestCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.cluster(configuration);
    HttpConfig http = HttpConfig.from(configuration.section("http"));
    IngestConfig ingest = IngestConfig.from(configuration.section("ingest"));
    configuration.rejectUnknownKeys();

    return RoleProcess.run("ingest", kafka, http, context -> {
      var app = new IngestApp(ingest, context);
      return Role.of(app::start, app::close);
    });
  }
}
