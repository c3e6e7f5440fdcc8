package io.tensionwire.standalone.routes;

import io.tensionwire.alerts.AlertsConfig;
import io.tensionwire.alerts.RouteRehearsal;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.route.RouteReview;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.standalone.cli.ConfigOption;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code routes …}: who hears of what. */
@Command(
    name = "routes",
    description = "Routes: see what is wrong with them, and where an alert would go and why.",
    subcommands = RoutesTestCommand.class)
public final class RoutesCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say check or test");
  }

  @Command(
      name = "check",
      description = {
        "Find routes that nothing reaches, matchers that contradict each other, receivers that nobody tells, digests "
            + "that stay empty or whose receiver cannot be told any.",
        "Exit code 0: nothing to mend, notes aside, 1: something, 2: the configuration cannot be used at all."
      })
  int check(@Mixin ConfigOption config) {
    Configuration configuration = config.load();
    AlertsConfig alerts = AlertsConfig.from(configuration.section("alerts"));
    configuration.section("alerts").rejectUnknownKeys();
    List<RouteReview.Finding> findings = RouteRehearsal.review(alerts);
    PrintWriter out = spec.commandLine().getOut();
    String file = configuration.section("alerts").source();
    for (RouteReview.Finding finding : findings) {
      out.println(
          file + (finding.line() == 0 ? "" : ":" + finding.line()) + ": " + (finding.toBeMended() ? "" : "note: ")
              + finding.place() + ": " + finding.text());
    }
    alerts.receivers().forEach(receiver -> {
      if (receiver instanceof ReceiverConfig.Off(String name, String variable)) {
        // No mistake of the routes: it may be meant so.
        spec.commandLine().getErr().println("tensionwire: " + file + ": alerts.receivers: " + name
            + " is off, and told nothing, until " + variable + " is set");
      }
    });
    boolean right = findings.stream().noneMatch(RouteReview.Finding::toBeMended);
    if (right) {
      out.println(file + ": the routes are right");
    }
    return right ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
