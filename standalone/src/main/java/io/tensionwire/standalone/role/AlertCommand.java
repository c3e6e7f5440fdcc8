package io.tensionwire.standalone.role;

import io.tensionwire.alerts.AlertsApp;
import io.tensionwire.alerts.AlertsConfig;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.standalone.process.Role;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code alert}: that role against a Kafka cluster. */
@Command(name = "alert", description = "Deliver the alerts to their receivers.")
public final class AlertCommand extends RoleCommand {

  AlertCommand() {
    super("alert");
  }

  @Override
  Function<RoleContext, Role> role(Configuration configuration) {
    AlertsConfig config = AlertsConfig.from(configuration.section("alerts"));
    return context -> {
      var app = new AlertsApp(config, context);
      return Role.of(app::start, app::close);
    };
  }
}
