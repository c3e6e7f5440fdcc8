package io.tensionwire.standalone.role;

import io.tensionwire.ingest.IngestApp;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.standalone.process.Role;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code ingest}: that role against a Kafka cluster. */
@Command(name = "ingest", description = "Poll the feeds and write their articles to Kafka.")
public final class IngestCommand extends RoleCommand {

  IngestCommand() {
    super("ingest");
  }

  @Override
  Function<RoleContext, Role> role(Configuration configuration) {
    IngestConfig config = IngestConfig.from(configuration.section("ingest"));
    return context -> {
      var app = new IngestApp(config, context);
      return Role.of(app::start, app::close);
    };
  }
}
