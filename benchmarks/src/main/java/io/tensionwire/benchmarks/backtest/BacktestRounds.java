package io.tensionwire.benchmarks.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Backtests as a user starts them, one process each: by one watch with {@code --jsonl}, and by two. The draft is the
 * shipped watch, of which fewer escalations are told. A figure is articles a second of the whole process.
 *
 * <p>Option: {@code <rounds>}.
 */
public final class BacktestRounds {

  private static final Path LIVE = Path.of("config/watches/korea-russia.yaml");

  private BacktestRounds() {}

  public static void main(String[] options) throws IOException, InterruptedException {
    int rounds = options.length > 0 ? Integer.parseInt(options[0]) : 3;
    Path folder = Files.createTempDirectory("backtest");
    Path archive = folder.resolve("archive.jsonl");
    Path draft = folder.resolve("draft.yaml");
    try {
      int articles = Archive.write(archive);
      Files.writeString(draft, Files.readString(LIVE)
          .replace("escalated: { from: notice }", "escalated: { from: elevated }"));
      List<Double> one = new ArrayList<>();
      List<Double> two = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        one.add(articles / seconds("--jsonl", "--watch", LIVE.toString(), archive.toString()));
        two.add(articles / seconds(
            "--watch", draft.toString(), "--against", LIVE.toString(), archive.toString()));
        System.out.printf(Locale.ROOT, "round %d: one watch %.0f articles/s, two watches %.0f%n", round,
            one.getLast(), two.getLast());
      }
      System.out.printf("%n| %d articles | least | middle | greatest |%n|---|---|---|---|%n", articles);
      row("`backtest --jsonl`, articles/s", one);
      row("`backtest` by two watches, articles/s", two);
    } finally {
      Files.deleteIfExists(archive);
      Files.deleteIfExists(draft);
      Files.deleteIfExists(folder);
    }
  }

  private static double seconds(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./tensionwire", "backtest"));
    command.addAll(List.of(options));
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void row(String name, List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", name, sorted.getFirst(),
        sorted.get(sorted.size() / 2), sorted.getLast());
  }
}
