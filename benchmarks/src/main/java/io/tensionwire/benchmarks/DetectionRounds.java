package io.tensionwire.benchmarks;

import io.tensionwire.benchmarks.LuceneMonitor.Tuning;
import io.tensionwire.detection.Detector;
import io.tensionwire.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
@Fork(value = 3, jvmArgsAppend = {"-Xms1g", "-Xmx2g", "-XX:+UseSerialGC", DetectionRounds.VECTORS})
@Warmup(iterations = 10)
@Measurement(iterations = 8)
public class DetectionRounds {
  /** Lucene is faster with it. */
  static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** So many articles of a language that a text is met again only after some ten megabytes. */
  private static final int FRESH = 3_000;
  private static final int REPEATED = 100;
  private static final int CHECKED = 300;
  private static final int TRIED = 60;
  private static final int TRIES = 4;

  @Param({"300", "3000", "10000"})
  int rules;

  /** New articles with much that nobody has seen before, or the same few again and again. */
  @Param({"fresh", "repeated"})
  @SuppressWarnings("NullAway.Init") // set by JMH
  String text;

  private final Map<Language, LuceneMonitor> monitors = new EnumMap<>(Language.class);
  @SuppressWarnings("NullAway.Init") // set up
  private Lanes lanes;

  /** What a round gives: megabytes a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Speeds {
    /** The detector's folding, sentences, words, names of parties and phrases, on generated rules. */
    public double phrasePart;
    /** All that the detector does, on the same rules. */
    public double wholeJudgement;
    /** The same rules in Lucene's monitor, tuned as it is fastest. */
    public double luceneMonitor;
    /** The phrases of the same rules, and no more. */
    public double ahoCorasick;
    public double koreanPhrasePart;
    public double koreanWholeJudgement;
    /** Lucene's Korean tokeniser alone. */
    public double nori;
    /** All that the detector does with the watch that is shipped, whatever the number of generated rules. */
    public double shippedWatch;
    public double koreanShippedWatch;
  }

  @Setup
  public void prepare() throws IOException {
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
      judgements.put(language, new WholeJudgement(Detector.of(Rule.watch(language, generated), "generated")));
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
    var shipped = new WholeJudgement(Detector.parse(
        Files.readString(Path.of("config", "watches", "korea-russia.yaml")), "korea-russia.yaml"));
    lanes = new Lanes(
        new Lane(compared, new PerLanguage(phraseParts)), new Lane(compared, new PerLanguage(judgements)),
        new Lane(compared, new PerLanguage(monitors)), new Lane(compared, new PerLanguage(scans)),
        new Lane(korean, new PerLanguage(phraseParts)), new Lane(korean, new PerLanguage(judgements)),
        new Lane(korean, new Nori()), new Lane(compared, shipped), new Lane(korean, shipped));
  }

  @TearDown(Level.Trial)
  public void close() {
    monitors.values().forEach(LuceneMonitor::close);
  }

  @Benchmark
  public void round(Speeds speeds, Blackhole sink) {
    speeds.phrasePart = lanes.phrasePart().turn(sink);
    speeds.luceneMonitor = lanes.luceneMonitor().turn(sink);
    speeds.ahoCorasick = lanes.ahoCorasick().turn(sink);
    speeds.wholeJudgement = lanes.wholeJudgement().turn(sink);
    speeds.shippedWatch = lanes.shippedWatch().turn(sink);
    speeds.koreanPhrasePart = lanes.koreanPhrasePart().turn(sink);
    speeds.nori = lanes.nori().turn(sink);
    speeds.koreanWholeJudgement = lanes.koreanWholeJudgement().turn(sink);
    speeds.koreanShippedWatch = lanes.koreanShippedWatch().turn(sink);
  }

  private record Lanes(
      Lane phrasePart, Lane wholeJudgement, Lane luceneMonitor, Lane ahoCorasick, Lane koreanPhrasePart,
      Lane koreanWholeJudgement, Lane nori, Lane shippedWatch, Lane koreanShippedWatch) {}

  /** The monitor as it is fastest on these rules: all ways of tuning it are tried in turn, and the best of each counts. */
  private static LuceneMonitor best(Language language, List<Rule> rules, List<Text> texts) {
    Map<Tuning, LuceneMonitor> monitors = new EnumMap<>(Tuning.class);
    for (Tuning tuning : Tuning.values()) {
      monitors.put(tuning, new LuceneMonitor(language, rules, tuning));
    }
    Map<Tuning, Double> speeds = new EnumMap<>(Tuning.class);
    for (int i = 0; i < TRIES; i++) {
      monitors.forEach((tuning, monitor) ->
          speeds.merge(tuning, Lane.speed(monitor, texts.subList(0, TRIED)), Math::max));
    }
    System.out.println("# " + language + ": Lucene Monitor, MB/s " + speeds);
    Tuning best = Collections.max(speeds.entrySet(), Map.Entry.comparingByValue()).getKey();
    LuceneMonitor fastest = Objects.requireNonNull(monitors.remove(best));
    monitors.values().forEach(LuceneMonitor::close);
    return fastest;
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
