package io.tensionwire.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What the rounds gave, as the documentation has it: least, middle and greatest over rounds and JVMs. */
final class Figures {
  private Figures() {}

  /** Figures of the same round that are to be divided by each other. */
  private static final List<Ratio> RATIOS = List.of(
      new Ratio("phrasePart", "luceneMonitor"), new Ratio("phrasePart", "ahoCorasick"),
      new Ratio("wholeJudgement", "luceneMonitor"), new Ratio("wholeJudgement", "ahoCorasick"),
      new Ratio("koreanPhrasePart", "nori"), new Ratio("koreanWholeJudgement", "nori"),
      new Ratio("koreanShippedWatch", "nori"));

  private record Ratio(String engine, String reference) {}

  /** Lines of a table for each set of rules and kind of text: speeds in MB of UTF-8 a second, then ratios. */
  static String table(Collection<RunResult> results) {
    var table = new StringBuilder("\n| rules, text | what | least | middle | greatest |\n|---|---|---|---|---|\n");
    for (RunResult run : results) {
      String name = run.getParams().getParam("rules") + ", " + run.getParams().getParam("text");
      List<Round> rounds = rounds(run);
      for (String engine : rounds.getFirst().figures().keySet()) {
        row(table, name, engine, rounds.stream().map(round -> round.of(engine)).toList());
      }
      for (Ratio ratio : RATIOS) {
        row(table, name, ratio.engine() + " ÷ " + ratio.reference(),
            rounds.stream().map(round -> round.of(ratio.engine()) / round.of(ratio.reference())).toList());
      }
    }
    return table.toString();
  }

  /** The figures of one round, in which all engines had their turn. */
  private record Round(SortedMap<String, Double> figures) {
    double of(String engine) {
      Double figure = figures.get(engine);
      return figure == null ? Double.NaN : figure;
    }
  }

  private static List<Round> rounds(RunResult run) {
    List<Round> rounds = new ArrayList<>();
    for (var fork : run.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        SortedMap<String, Double> figures = new TreeMap<>();
        iteration.getSecondaryResults().forEach((engine, result) -> figures.put(engine, score(result)));
        rounds.add(new Round(figures));
      }
    }
    return rounds;
  }

  private static double score(Result<?> result) {
    return result.getScore();
  }

  private static void row(StringBuilder table, String name, String what, List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    table.append(String.format(Locale.ROOT, "| %s | %s | %.2f | %.2f | %.2f |%n", name, what, sorted.getFirst(),
        sorted.get(sorted.size() / 2), sorted.getLast()));
  }
}
