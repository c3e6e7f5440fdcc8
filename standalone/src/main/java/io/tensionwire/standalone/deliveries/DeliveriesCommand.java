package io.tensionwire.standalone.deliveries;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deliveries …}: what became of the alerts. */
@Command(
    name = "deliveries",
    description = "Deliveries: see what became of each alert at each receiver, tell once more what was not told.",
    subcommands = {DeliveriesListCommand.class, DeliveriesReplayCommand.class})
public final class DeliveriesCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list or replay");
  }
}
