package io.tensionwire.standalone.deliveries;

import io.tensionwire.alerts.delivery.Replay;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.WireName;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.cli.DurationConverter;
import io.tensionwire.standalone.cli.JsonLine;
import io.tensionwire.standalone.cli.Table;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deliveries list}: the fate of each alert at each receiver. */
@Command(name = "list", description = "Show what became of each alert at each receiver, the last change at the bottom.")
final class DeliveriesListCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);
  private static final int STATE_COLUMN = 4;

  private final Clock clock;
  private final ZoneId zone;
  private final boolean colours;

  @Option(
      names = "--state", paramLabel = "STATE",
      description = "Those in a state: pending, delivered, suppressed or failed.")
  private @Nullable DeliveryState state;

  @Option(names = "--receiver", paramLabel = "NAME", description = "Those at a receiver.")
  private @Nullable String receiver;

  @Option(
      names = "--since", paramLabel = "TIME", converter = DurationConverter.class,
      description = "Those that changed in the last 30m, 24h or 7d.")
  private @Nullable Duration since;

  @Option(names = "--alert", paramLabel = "ID", description = "Those of an alert.")
  private @Nullable String alert;

  @Option(names = {"--json", "--jsonl"}, description = "One line of JSON for each delivery.")
  private boolean json;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  DeliveriesListCommand() {
    this(Clock.systemUTC(), ZoneId.systemDefault(), isTerminal() && System.getenv("NO_COLOR") == null);
  }

  DeliveriesListCommand(Clock clock, ZoneId zone, boolean colours) {
    this.clock = clock;
    this.zone = zone;
    this.colours = colours;
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public Integer call() {
    List<Delivery> deliveries = OpenLedger.use(cluster, Replay::deliveries).stream()
        .filter(each -> state == null || each.state() == state)
        .filter(each -> receiver == null || each.receiver().equals(receiver))
        .filter(each -> alert == null || each.alertId().equals(alert))
        .filter(each -> since == null || !each.updatedAt().isBefore(clock.instant().minus(since)))
        .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      deliveries.forEach(each -> out.println(JsonLine.of(each)));
    } else {
      show(deliveries, out);
    }
    return ExitCode.OK;
  }

  void show(List<Delivery> deliveries, PrintWriter out) {
    var table = new Table(
        "TIME (" + ZONE.format(clock.instant().atZone(zone)) + ")", "ALERT", "KIND", "RECEIVER", "STATE", "CALLS", "REASON");
    for (Delivery each : deliveries) {
      table.add(
          TIME.format(each.updatedAt().atZone(zone)), each.alertId(), each.kind() == null ? "?" : WireName.of(each.kind()),
          each.receiver(), WireName.of(each.state()), Integer.toString(each.attempts()), reason(each));
    }
    if (!deliveries.isEmpty()) {
      table.print(out, this::style);
    }
    out.println(deliveries.isEmpty() ? "no deliveries"
        : deliveries.size() == 1 ? "1 delivery" : deliveries.size() + " deliveries");
  }

  private String reason(Delivery delivery) {
    String reason = delivery.reason() == null ? "" : delivery.reason();
    return delivery.nextAttemptAt() == null
        ? reason
        : reason + ", again at " + TIME.format(delivery.nextAttemptAt().atZone(zone));
  }

  private String style(int column, List<String> row, String padded) {
    if (!colours || column != STATE_COLUMN) {
      return padded;
    }
    return switch (row.get(STATE_COLUMN)) {
      case "delivered" -> "\u001b[32m" + padded + "\u001b[0m";
      case "failed" -> "\u001b[31m" + padded + "\u001b[0m";
      case "pending" -> "\u001b[33m" + padded + "\u001b[0m";
      default -> padded;
    };
  }
}
