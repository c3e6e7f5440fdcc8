package io.tensionwire.standalone.role;

import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.cli.ConfigOption;
import io.tensionwire.standalone.process.AllInOne;
import io.tensionwire.standalone.process.Roles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: all roles in one process. */
@Command(
    name = "run",
    description = "The whole walk on real feeds; with a broker of its own unless kafka.bootstrap.servers names one.")
public final class RunCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.kafka(configuration);
    HttpConfig http = HttpConfig.from(configuration.section("http"));
    Path data = Path.of(configuration.section("embedded").text("data", "data"));
    Roles roles = Roles.from(configuration);
    configuration.rejectUnknownKeys();

    return new AllInOne(roles, kafka, data, http, System.out).run();
  }
}
