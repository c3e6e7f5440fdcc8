package io.tensionwire.standalone.role;

import io.tensionwire.model.yaml.Section;
import io.tensionwire.processor.ProcessorApp;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.standalone.process.Role;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code process}: that role against a Kafka cluster. */
@Command(name = "process", description = "Judge the articles, keep their stories, raise alerts.")
public final class ProcessCommand extends RoleCommand {

  ProcessCommand() {
    super("process");
  }

  @Override
  Function<RoleContext, Role> role(Configuration configuration) {
    Section alerts = configuration.section("alerts");
    alerts.know(alerts.keys()); // who is told of what is another role's
    ProcessorConfig config = ProcessorConfig.from(configuration.section("processor"), alerts);
    return context -> {
      var app = new ProcessorApp(config, context);
      return Role.of(app::start, app::close);
    };
  }
}
