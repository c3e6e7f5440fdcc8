package io.tensionwire.standalone.document;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code article}: what can be done with an article's page without Kafka. */
@Command(name = "article", description = "Read an article's page, without Kafka.", subcommands = ArticleExtractCommand.class)
public final class ArticleCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say extract");
  }
}
