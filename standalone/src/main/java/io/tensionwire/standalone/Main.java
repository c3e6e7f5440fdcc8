package io.tensionwire.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.standalone.cli.Installation;
import io.tensionwire.standalone.backtest.BacktestCommand;
import io.tensionwire.standalone.demo.DemoCommand;
import io.tensionwire.standalone.demo.SamplesCommand;
import io.tensionwire.standalone.document.ArticleCommand;
import io.tensionwire.standalone.document.DetectCommand;
import io.tensionwire.standalone.document.FeedCommand;
import io.tensionwire.standalone.feedback.FeedbackCommand;
import io.tensionwire.standalone.feeds.FeedsCommand;
import io.tensionwire.standalone.letters.DeadLettersCommand;
import io.tensionwire.standalone.process.Logs;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.role.AlertCommand;
import io.tensionwire.standalone.role.IngestCommand;
import io.tensionwire.standalone.role.ProcessCommand;
import io.tensionwire.standalone.role.RunCommand;
import io.tensionwire.standalone.routes.RoutesCommand;
import io.tensionwire.standalone.silences.SilencesCommand;
import io.tensionwire.standalone.topics.TopicsCommand;
import io.tensionwire.standalone.topics.WatchCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** {@code tensionwire}: the command line. Exit code 0: done, 1: a failure at run time, 2: wrong usage or configuration. */
@Command(
    name = "tensionwire",
    description = "Watches the news for signals that relations between two countries get worse or better.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Installation.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      IngestCommand.class,
      ProcessCommand.class,
      AlertCommand.class,
      DetectCommand.class,
      FeedCommand.class,
      ArticleCommand.class,
      FeedsCommand.class,
      WatchCommand.class,
      BacktestCommand.class,
      RoutesCommand.class,
      SilencesCommand.class,
      FeedbackCommand.class,
      TopicsCommand.class,
      DeadLettersCommand.class,
      SamplesCommand.class
    })
public final class Main implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Log more, Kafka's own words too.")
  void verbose(boolean verbose) {
    if (verbose) {
      Logs.verbose();
    }
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Whatever the machine's locale: three scripts are written here.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    System.exit(commandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true)).execute(arguments));
  }

  /** The command line, which writes here; commands that run on write to the process's own streams. */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler((wrong, arguments) -> wrongUsage(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int wrongUsage(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> near = wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    command.getErr().println(
        "tensionwire: " + oneLine(wrong.getMessage())
            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near.stream().limit(2).toList()) + "?")
            + " (help: " + command.getCommandSpec().qualifiedName() + " --help)");
    return ExitCode.USAGE;
  }

  private static int failed(Exception failure, CommandLine command) {
    if (failure instanceof ConfigurationException || failure instanceof YamlException) {
      command.getErr().println("tensionwire: " + oneLine(failure.getMessage()));
      return ExitCode.USAGE;
    }
    if (failure instanceof RunFailure) {
      command.getErr().println("tensionwire: " + oneLine(failure.getMessage()));
      return ExitCode.SOFTWARE;
    }
    LoggerFactory.getLogger(Main.class)
        .atError()
        .setCause(failure)
        .addKeyValue("command", command.getCommandSpec().qualifiedName())
        .log("this should not happen; please report it with the lines below");
    return ExitCode.SOFTWARE;
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "no reason given" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
