package io.tensionwire.benchmarks;

import io.tensionwire.benchmarks.pages.PageRounds;
import io.tensionwire.benchmarks.backtest.BacktestRounds;
import io.tensionwire.benchmarks.topology.TopologyRounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs a benchmark by its short name, with whatever options of JMH follow; without a name, all of them. */
public final class Main {
  private static final Map<String, Class<?>> BENCHMARKS =
      Map.of(
          "detection", DetectionRounds.class, "adversarial", AdversarialInput.class, "feeds", FeedCost.class,
          "pages", PageRounds.class);

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("topology")) {
      // No matter of JMH's: two Streams applications take turns on one broker.
      TopologyRounds.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    if (arguments.length > 0 && arguments[0].equals("backtest")) {
      BacktestRounds.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    List<String> options = new ArrayList<>(Arrays.asList(arguments));
    Class<?> named = options.isEmpty() ? null : BENCHMARKS.get(options.getFirst());
    if (named != null) {
      options.set(0, named.getSimpleName());
    } else if (!options.isEmpty() && !options.getFirst().startsWith("-")) {
      System.err.println("benchmarks: there is no benchmark '" + options.getFirst() + "'; there are "
          + BENCHMARKS.keySet().stream().sorted().toList() + " topology and backtest");
      System.exit(2);
    }
    var commandLine = new CommandLineOptions(options.toArray(String[]::new));
    var builder = new OptionsBuilder().parent(commandLine);
    if (!commandLine.getParameter("folder").hasValue()) {
      builder.param("folder", PageRounds.folders());
    }
    List<RunResult> results = new ArrayList<>(new Runner(builder.build()).run());
    results.removeIf(run -> !run.getParams().getBenchmark().startsWith(DetectionRounds.class.getName()));
    if (!results.isEmpty()) {
      System.out.println(Figures.table(results));
    }
  }
}
