package io.tensionwire.standalone.routes;

import io.tensionwire.alerts.AlertsConfig;
import io.tensionwire.alerts.RouteRehearsal;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.route.AlertField;
import io.tensionwire.alerts.route.Matcher;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.alerts.route.RouteWalk;
import io.tensionwire.alerts.route.Unacknowledged;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.Table;
import io.tensionwire.standalone.silences.SilencesOnTopic;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code routes test}: where an alert would go, and why. */
@Command(
    name = "test",
    description = {
      "Show where an alert would go and why: the routes that it takes, the matcher that it fails, the silence or the mute "
          + "time that would hold it. Nobody is told.",
      "The silences are those of the cluster, where one is named or runs here."
    })
final class RoutesTestCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm zzz", Locale.ENGLISH);

  @Mixin private AlertOption alertOption = new AlertOption();

  @Option(names = "--at", paramLabel = "INSTANT",
      description = "As if it were then, such as 2026-11-21T22:30:00Z; now if absent.")
  private @Nullable String at;

  @Option(names = "--no-silences", description = "Ask no cluster for silences.")
  private boolean withoutSilences;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    Instant now = now();
    Configuration configuration = cluster.configuration();
    AlertsConfig config = AlertsConfig.from(configuration.section("alerts"));
    configuration.section("alerts").rejectUnknownKeys();
    Alert alert = alertOption.alert(spec, now);
    var silences = new Silences();
    String from = silences(silences);
    PrintWriter out = spec.commandLine().getOut();

    out.println("alert: " + Table.oneLine(words(alert)) + ", on " + time(now, config.zone()));
    RouteWalk walk = config.routing().walk(alert);
    if (config.routing().forOperations(alert)) {
      out.println("coverage goes to " + config.routing().operations()
          + " (alerts.operations), and to routes that ask for kind = coverage");
    }
    show(config.routing().tree(), walk, alert, "", out);
    out.println();
    List<RouteRehearsal.Fate> fates =
        RouteRehearsal.of(config, silences, Clock.fixed(now, config.zone()), alert);
    fates.forEach(fate -> out.println(fate(fate, config, alert)));
    if (fates.isEmpty()) {
      out.println("nobody hears of it: no route takes it");
    }
    out.println("silences: " + from);
    return ExitCode.OK;
  }

  private Instant now() {
    String given = at;
    if (given == null) {
      return clock.instant();
    }
    try {
      return Instant.parse(given);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--at " + given + " is not a moment; write it like 2026-11-21T22:30:00Z");
    }
  }

  /** Says where they are from. */
  private String silences(Silences silences) {
    if (withoutSilences) {
      return "not looked at";
    }
    SilencesOnTopic topic;
    try {
      topic = SilencesOnTopic.open(cluster);
    } catch (ConfigurationException e) {
      return "not looked at: no cluster is named, and none of ours is running";
    }
    int standing = topic.read(silences);
    return "as they stand on " + topic.name() + " (" + standing + ")";
  }

  private static void show(Route route, RouteWalk walk, Alert alert, String indent, PrintWriter out) {
    RouteWalk.Step step = walk.at(route);
    String matchers = route.matchers().isEmpty() ? "everything"
        : route.matchers().stream().map(Matcher::toString).collect(Collectors.joining(", "));
    out.println(
        (step != null && step.failed() == null ? "✔ " : step == null ? "  " : "✘ ") + indent
            + name(route) + ": " + matchers + said(step, route, alert));
    for (Route below : route.routes()) {
      show(below, walk, alert, indent + "  ", out);
    }
  }

  private static String name(Route route) {
    String name = route.place().substring(route.place().lastIndexOf('.') + 1);
    return name + (route.line() == 0 ? "" : " (line " + route.line() + ")");
  }

  private static String said(RouteWalk.@Nullable Step step, Route route, Alert alert) {
    if (step == null) {
      return " – not asked";
    }
    Matcher failed = step.failed();
    if (failed != null) {
      List<String> has = failed.field().of(alert);
      return " – no: " + failed.field().wireName() + " is " + (has.isEmpty() ? "none" : Table.oneLine(String.join(", ", has)));
    }
    return (step.told() && route.destination() != null ? " → " + route.destination().receiver() : "")
        + (route.continues() ? " (continue)" : "");
  }

  private static String fate(RouteRehearsal.Fate fate, AlertsConfig config, Alert alert) {
    var text = new StringBuilder(fate.destination().receiver()).append(": ");
    Instant until = fate.until();
    String reason = fate.reason();
    if (reason == null) {
      text.append("told at once");
    } else if (until == null) {
      text.append("not told: ").append(reason).append(off(fate, config));
    } else {
      text.append("held back (").append(reason).append("), told in a digest on ").append(time(until, config.zone()));
    }
    if (until == null && reason != null) {
      return text.toString();
    }
    if (fate.mention() != null && reason == null) {
      text.append(", mentions ").append(fate.mention());
    }
    Unacknowledged again = fate.destination().unacknowledged();
    if (again != null && alert.severity() == Severity.CRITICAL) {
      text.append(", told again to ").append(again.tell()).append(" unless acknowledged within ")
          .append(again.after().toMinutes()).append(" min");
    }
    return text.toString();
  }

  private static String off(RouteRehearsal.Fate fate, AlertsConfig config) {
    return config.receivers().stream()
        .filter(each -> each.name().equals(fate.destination().receiver()))
        .map(each -> each instanceof ReceiverConfig.Off off ? " (" + off.variable() + " is not set)" : "")
        .findFirst().orElse("");
  }

  private static String words(Alert alert) {
    return Stream.of(AlertField.values())
        .filter(field -> !field.of(alert).isEmpty() && !field.of(alert).equals(List.of("")))
        .map(field -> WireName.of(field) + " = " + String.join(", ", field.of(alert)))
        .collect(Collectors.joining(" · "));
  }

  private static String time(Instant moment, ZoneId zone) {
    return TIME.format(moment.atZone(zone));
  }
}
