package io.tensionwire.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.benchmarks.pages.PageFolder.TruePage;
import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.ingest.page.SiteRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.dankito.readability4j.Readability4J;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Rounds in which both extractors have their turn on all pages of a folder. What is printed at the end counts: the
 * milliseconds of a page by the thread's CPU time, and the F1 of the body's words. JMH's own figure, the time of a round,
 * means nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xms512m", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4)
@Measurement(iterations = 6)
public class PageRounds {

  private static final PageExtractor EXTRACTOR = new PageExtractor(SiteRules.none());

  /** Filled in by {@link #folders()} unless given. */
  @Param("")
  @SuppressWarnings("NullAway.Init") // set by JMH
  String folder;

  @SuppressWarnings("NullAway.Init") // set up
  private List<TruePage> pages;

  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();

  /** The folders with pages on this machine. */
  public static String[] folders() {
    return PageFolder.present().toArray(String[]::new);
  }

  @Setup
  public void read() throws IOException {
    pages = PageFolder.read(Path.of(folder));
  }

  @Benchmark
  public void round(Blackhole sink) {
    ours.add(millisOfAPage(PageRounds::tensionwire, sink));
    theirs.add(millisOfAPage(PageRounds::readability4j, sink));
  }

  /** Body, title, dates, authors and the rest, from bytes, without rules for single sites. */
  private static String tensionwire(TruePage page) {
    return EXTRACTOR.extract(page.html(), URI.create("https://press.example/"), AnswerHead.NONE, ZoneOffset.UTC).body();
  }

  /** The body and title, from text. */
  private static String readability4j(TruePage page) {
    String text = new Readability4J(page.url(), new String(page.html(), UTF_8)).parse().getTextContent();
    return text == null ? "" : text;
  }

  private double millisOfAPage(Function<TruePage, String> extractor, Blackhole sink) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (TruePage page : pages) {
      sink.consume(extractor.apply(page));
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e6 / pages.size();
  }

  @TearDown(Level.Trial)
  public void tell() {
    System.out.printf(Locale.ROOT, "%n| %s, %d pages | F1 | ms of a page: least, middle, greatest |%n|---|---|---|%n", folder,
        pages.size());
    row("Tensionwire", ours, PageRounds::tensionwire);
    row("Readability4J", theirs, PageRounds::readability4j);
  }

  private void row(String name, List<Double> millis, Function<TruePage, String> extractor) {
    // The first rounds warmed up.
    List<Double> sorted = millis.subList(Math.min(4, millis.size() - 1), millis.size()).stream().sorted().toList();
    double f1 = pages.stream().mapToDouble(page -> WordAgreement.f1(extractor.apply(page), page.body())).average().orElse(0);
    System.out.printf(Locale.ROOT, "| %s | %.3f | %.1f, %.1f, %.1f |%n", name, f1, sorted.getFirst(),
        sorted.get(sorted.size() / 2), sorted.getLast());
  }
}
