package io.tensionwire.benchmarks;

import io.tensionwire.benchmarks.LuceneMonitor.Tuning;
import io.tensionwire.detection.Detector;
import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Rounds in which every engine has its turn, on generated rules. The megabytes a second of each are what counts; JMH's
 * own figure, the time of a round, means nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms1g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 12)
@Measurement(iterations = 8)
public class DetectionRounds {
  /** So many articles of a language that a text is met again only after some ten megabytes. */
  private static final int FRESH = 3_000;
  private static final int REPEATED = 100;
  private static final int CHECKED = 300;
  private static final int TRIED = 80;
  private static final int TRIES = 3;

  @Param({"300", "3000", "10000"})
  int rules;

  /** New articles with much that nobody has seen before, or the same few again and again. */
  @Param({"fresh", "repeated"})
  @SuppressWarnings("NullAway.Init") // set by JMH
  String text;

  private final Map<Language, LuceneMonitor> monitors = new EnumMap<>(Language.class);
  @SuppressWarnings("NullAway.Init") // set up
  private List<Lane> lanes;

  /** What a round gives: megabytes a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Figures {
    public double phrasePart;
    public double wholeJudgement;
    public double luceneMonitor;
    public double ahoCorasick;
    public double koreanPhrasePart;
    public double koreanWholeJudgement;
    public double nori;
  }

  @Setup
  public void prepare() {
    boolean fresh = text.equals("fresh");
    Map<Language, PhrasePart> phraseParts = new EnumMap<>(Language.class);
    Map<Language, WholeJudgement> judgements = new EnumMap<>(Language.class);
    Map<Language, AhoCorasick> scans = new EnumMap<>(Language.class);
    List<Text> compared = new ArrayList<>();
    List<Text> korean = new ArrayList<>();
    for (Language language : List.of(Language.EN, Language.KO, Language.RU)) {
      List<Rule> generated = Rule.generate(language, rules);
      List<Text> texts = new Press(language, generated, 1, fresh ? 50 : 0).write(fresh ? FRESH : REPEATED);
      var phrasePart = new PhrasePart(language, generated);
      phraseParts.put(language, phrasePart);
      judgements.put(language, new WholeJudgement(Detector.parse(Rule.watch(language, generated), "generated.yaml")));
      scans.put(language, new AhoCorasick(language, generated));
      if (language == Language.KO) {
        korean.addAll(texts);
      } else {
        compared.addAll(texts);
        LuceneMonitor monitor = best(language, generated, texts);
        monitors.put(language, monitor);
        check(phrasePart, monitor, texts);
      }
    }
    Collections.shuffle(compared, new Random(1));
    lanes = List.of(
        new Lane(compared, new PerLanguage(phraseParts)), new Lane(compared, new PerLanguage(judgements)),
        new Lane(compared, new PerLanguage(monitors)), new Lane(compared, new PerLanguage(scans)),
        new Lane(korean, new PerLanguage(phraseParts)), new Lane(korean, new PerLanguage(judgements)),
        new Lane(korean, new Nori()));
  }

  @TearDown(Level.Trial)
  public void close() {
    monitors.values().forEach(LuceneMonitor::close);
  }

  @Benchmark
  public void round(Figures figures, Blackhole sink) {
    figures.phrasePart = lanes.get(0).turn(sink);
    figures.luceneMonitor = lanes.get(2).turn(sink);
    figures.ahoCorasick = lanes.get(3).turn(sink);
    figures.wholeJudgement = lanes.get(1).turn(sink);
    figures.koreanPhrasePart = lanes.get(4).turn(sink);
    figures.nori = lanes.get(6).turn(sink);
    figures.koreanWholeJudgement = lanes.get(5).turn(sink);
  }

  /** The monitor as it is fastest on these rules: each way of tuning it is tried on some of the articles. */
  private static LuceneMonitor best(Language language, List<Rule> rules, List<Text> texts) {
    Tuning best = Tuning.DEFAULT;
    double most = 0;
    for (Tuning tuning : Tuning.values()) {
      try (var monitor = new LuceneMonitor(language, rules, tuning)) {
        double speed = 0;
        for (int i = 0; i < TRIES; i++) {
          speed = Math.max(speed, speed(monitor, texts.subList(0, TRIED)));
        }
        System.out.printf("# %s: Lucene Monitor %s %.2f MB/s%n", language, tuning, speed);
        if (speed > most) {
          most = speed;
          best = tuning;
        }
      }
    }
    return new LuceneMonitor(language, rules, best);
  }

  private static double speed(Engine engine, List<Text> texts) {
    long start = System.nanoTime();
    int bytes = 0;
    for (Text text : texts) {
      engine.find(text);
      bytes += text.bytes();
    }
    return bytes * 1e3 / (System.nanoTime() - start);
  }

  /** The speed of an engine that finds something else counts for nothing. */
  private static void check(Engine ours, Engine theirs, List<Text> texts) {
    int found = 0;
    List<Text> sample = texts.subList(0, Math.min(CHECKED, texts.size()));
    for (Text text : sample) {
      Set<String> expected = theirs.find(text);
      if (!ours.find(text).equals(expected)) {
        throw new IllegalStateException(
            "the engines differ: " + ours.find(text) + " and " + expected + " in " + text.article());
      }
      found += expected.size();
    }
    System.out.printf("# both found the same %d rules in %d articles%n", found, sample.size());
    if (found == 0) {
      throw new IllegalStateException("no rule was found: nothing was compared");
    }
  }
}
