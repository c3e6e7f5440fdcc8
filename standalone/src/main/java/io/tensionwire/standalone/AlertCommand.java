package io.tensionwire.standalone;

import io.tensionwire.alerts.AlertsApp;
import io.tensionwire.alerts.AlertsConfig;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.process.Role;
import io.tensionwire.standalone.process.RoleProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code alert}: that role against a Kafka cluster. */
@Command(name = "alert", description = "Deliver the alerts to their receivers.")
final class AlertCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.cluster(configuration);
    HttpConfig http = HttpConfig.from(configuration.section("http"));
    AlertsConfig alerts = AlertsConfig.from(configuration.section("alerts"));
    configuration.rejectUnknownKeys();

    return RoleProcess.run("alert", kafka, http, context -> {
      var app = new AlertsApp(alerts, context);
      return Role.of(app::start, app::close);
    });
  }
}
