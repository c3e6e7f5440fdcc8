package io.tensionwire.standalone.role;

import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.cli.ConfigOption;
import io.tensionwire.standalone.process.Role;
import io.tensionwire.standalone.process.RoleProcess;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** One role against a Kafka cluster, as a container runs it. */
abstract class RoleCommand implements Callable<Integer> {

  private final String name;

  @Mixin private ConfigOption config = new ConfigOption();

  RoleCommand(String name) {
    this.name = name;
  }

  /** Reads the role's part of the configuration; what it gives makes the role, not started yet. */
  abstract Function<RoleContext, Role> role(Configuration configuration);

  @Override
  public final Integer call() {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.cluster(configuration);
    HttpConfig http = HttpConfig.from(configuration.section("http"));
    Function<RoleContext, Role> role = role(configuration);
    configuration.rejectUnknownKeys();
    return RoleProcess.run(name, kafka, http, role);
  }
}
