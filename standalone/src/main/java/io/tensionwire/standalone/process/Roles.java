package io.tensionwire.standalone.process;

import io.tensionwire.alerts.AlertsApp;
import io.tensionwire.alerts.AlertsConfig;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.ingest.IngestApp;
import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.processor.ProcessorApp;
import io.tensionwire.processor.ProcessorConfig;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.config.Configuration;
import java.util.stream.Collectors;

/** All roles, in one process. */
public record Roles(IngestConfig ingest, ProcessorConfig processor, AlertsConfig alerts) {

  public static Roles from(Configuration configuration) {
    return new Roles(
        IngestConfig.from(configuration.section("ingest")),
        ProcessorConfig.from(configuration.section("processor"), configuration.section("alerts")),
        AlertsConfig.from(configuration.section("alerts")));
  }

  /** How many feeds are read. */
  public int feeds() {
    return ingest.feeds().size();
  }

  /** Who is told, and who would be if what it needs were set. */
  public String receivers() {
    return alerts.receivers().stream().map(Roles::words).collect(Collectors.joining(", "));
  }

  private static String words(ReceiverConfig receiver) {
    return receiver instanceof ReceiverConfig.Off off
        ? off.name() + " (off: " + off.variable() + " is not set)"
        : receiver.name();
  }

  /** Starts them, those that read before those that write; they are closed at once. */
  public void start(RoleContext context, Parts parts) {
    parts.add("alerts", new AlertsApp(alerts, context)).start();
    parts.addBeside("processor", new ProcessorApp(processor, context)).start();
    parts.addBeside("ingest", new IngestApp(ingest, context)).start();
  }
}
