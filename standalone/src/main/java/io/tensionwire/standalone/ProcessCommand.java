package io.tensionwire.standalone;

import io.tensionwire.processor.ProcessorApp;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.process.Role;
import io.tensionwire.standalone.process.RoleProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code process}: that role against a Kafka cluster. */
@Command(name = "process", description = "Judge the articles, keep their stories, raise alerts.")
final class ProcessCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.cluster(configuration);
    HttpConfig http = HttpConfig.from(configuration.section("http"));
    ProcessorConfig processor = ProcessorConfig.from(configuration.section("processor"));
    configuration.rejectUnknownKeys();

    return RoleProcess.run("process", kafka, http, context -> {
      var app = new ProcessorApp(processor, context);
      return Role.of(app::start, app::close);
    });
  }
}
