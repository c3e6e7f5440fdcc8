package io.tensionwire.standalone.demo;

import io.tensionwire.standalone.cli.Installation;
import io.tensionwire.standalone.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}. */
@Command(
    name = "demo",
    description = "The whole walk on invented news: an empty broker and feeds on loopback, alerts on the console.")
public final class DemoCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--exit", description = "End when all samples are through, not on Ctrl-C alone.")
  private boolean exit;

  @Option(
      names = "--pace",
      paramLabel = "N",
      defaultValue = "1",
      description = "Let the samples appear N times as fast; ${DEFAULT-VALUE} takes a good minute.")
  private int pace;

  @Override
  public Integer call() throws Exception {
    if (pace < 1 || pace > 100) {
      throw new ParameterException(spec.commandLine(), "--pace: " + pace + " is not from 1 to 100");
    }
    return new Demo(Installation.home().resolve("config").resolve("watches"), pace, exit, System.out).run();
  }
}
