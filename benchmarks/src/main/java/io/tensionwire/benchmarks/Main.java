package io.tensionwire.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs one of the benchmarks, or all, and prints figures and goals as the documentation has them. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    new Runner(new OptionsBuilder().parent(new CommandLineOptions(arguments)).build()).run();
  }
}
