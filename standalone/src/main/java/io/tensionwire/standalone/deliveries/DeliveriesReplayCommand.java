package io.tensionwire.standalone.deliveries;

import io.tensionwire.alerts.delivery.Replay;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.WireName;
import io.tensionwire.standalone.cli.ClusterOption;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deliveries replay}: what ended without being told is told once more. */
@Command(
    name = "replay",
    description = {
      "Tell once more what was not told: failed or suppressed deliveries become pending again.",
      "An alerts role that is running goes on with them at once, one that is not when it starts."
    })
final class DeliveriesReplayCommand implements Callable<Integer> {

  static final class Which {
    @Option(names = "--alert", paramLabel = "ID", description = "Those of an alert, failed or suppressed.")
    private @Nullable String alert;

    @Option(names = "--failed", description = "All that failed, at the receiver that is named.")
    private boolean failed;
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Which which;

  @Option(names = "--receiver", paramLabel = "NAME", description = "Those at a receiver; --failed needs it.")
  private @Nullable String receiver;

  @Option(names = "--dry-run", description = "Say what would be told, and change nothing.")
  private boolean dryRun;

  @Mixin private ClusterOption cluster = new ClusterOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (which.failed && receiver == null) {
      throw new ParameterException(spec.commandLine(), "--failed needs --receiver NAME: whose deliveries?");
    }
    Replay.Result result = OpenLedger.use(cluster, this::replay);
    PrintWriter out = spec.commandLine().getOut();
    result.again().forEach(each -> out.println(each.alertId() + " at " + each.receiver() + " (" + WireName.of(each.state())
        + ", " + each.reason() + ") " + (dryRun ? "would be" : "is") + " pending again"));
    result.gone().forEach(each -> spec.commandLine().getErr().println(
        "tensionwire: " + each.alertId() + " at " + each.receiver() + " stays as it is: its alert has left its topic"));
    out.println((dryRun ? "to be told: " : "pending again: ") + result.again().size());
    if (result.again().isEmpty() && result.gone().isEmpty()) {
      spec.commandLine().getErr().println(
          "tensionwire: nothing like that failed or was suppressed (see: tensionwire deliveries list)");
      return ExitCode.USAGE;
    }
    return result.gone().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Where nothing fits, nobody is disturbed. */
  private Replay.Result replay(Replay ledger) {
    List<Delivery> fit = ledger.deliveries().stream().filter(Replay::isFor).filter(this::fits).toList();
    return dryRun || fit.isEmpty()
        ? new Replay.Result(fit, List.of())
        : ledger.replay(this::fits, Clock.systemUTC().instant());
  }

  private boolean fits(Delivery delivery) {
    return (receiver == null || delivery.receiver().equals(receiver))
        && (which.failed ? delivery.state() == DeliveryState.FAILED : delivery.alertId().equals(which.alert));
  }
}
