package io.tensionwire.standalone.document;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code feed}: what can be done with a feed without Kafka. */
@Command(name = "feed", description = "Read a feed, without Kafka.", subcommands = FeedParseCommand.class)
public final class FeedCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say parse");
  }
}
