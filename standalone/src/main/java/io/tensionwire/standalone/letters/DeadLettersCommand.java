package io.tensionwire.standalone.letters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters …}: what could not be processed. */
@Command(
    name = "dead-letters",
    description = "Dead letters: see what could not be processed and why, send it again once that is mended.",
    subcommands = {LettersListCommand.class, LettersReplayCommand.class})
public final class DeadLettersCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list or replay");
  }
}
