package io.tensionwire.detection;

import io.tensionwire.detection.gist.GistReader;
import io.tensionwire.detection.match.Hit;
import io.tensionwire.detection.match.Marks;
import io.tensionwire.detection.match.Reading;
import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.party.Mentions;
import io.tensionwire.detection.party.Scene;
import io.tensionwire.detection.signal.Found;
import io.tensionwire.detection.signal.SignalFinder;
import io.tensionwire.detection.stance.CueMarks;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.detection.verdict.GenreGuess;
import io.tensionwire.detection.verdict.Ranks;
import io.tensionwire.detection.verdict.Verdict;
import io.tensionwire.detection.watch.Target;
import io.tensionwire.detection.watch.Topic;
import io.tensionwire.detection.watch.Vocabulary;
import io.tensionwire.detection.watch.WatchReader;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges articles by one watch. Safe for use by several threads; the same article gives the same judgement. */
public final class Detector {
  private static final String ONE_MISSING = "one-party-missing";

  /** Sentences of a body in which an article says what it is about. */
  private static final int OPENING = 2;

  private final WatchRules rules;
  private final String version;
  private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);

  private Detector(WatchRules rules, String version) {
    this.rules = rules;
    this.version = version;
    for (Language language : WatchRules.LANGUAGES) {
      vocabularies.put(language, Vocabulary.of(language, rules));
    }
  }

  private Detector(Detector other, String without) {
    this.rules = other.rules;
    this.version = other.version;
    other.vocabularies.forEach((language, vocabulary) -> vocabularies.put(language, vocabulary.without(without)));
  }

  /**
   * Compiles a watch.
   *
   * @throws YamlException naming file, line and reason, where the watch is not right
   */
  public static Detector of(Watch watch) {
    return parse(watch.source(), watch.id() + ".yaml");
  }

  /** Compiles a watch that was read before. */
  public static Detector of(WatchRules rules, String version) {
    return new Detector(rules, version);
  }

  /**
   * Compiles the YAML of a watch.
   *
   * @param source the name of the file, for messages
   * @throws YamlException naming file, line and reason, where the watch is not right
   */
  public static Detector parse(String yaml, String source) {
    return new Detector(WatchReader.read(yaml, source), Watch.version(yaml));
  }

  /** Compiles rules that were read or made elsewhere. */
  static Detector of(WatchRules rules) {
    return new Detector(rules, "");
  }

  /** One that never finds a signal: what it judges otherwise needs the signal. */
  Detector without(String signal) {
    return new Detector(this, signal);
  }

  public String watchId() {
    return rules.id();
  }

  public String watchVersion() {
    return version;
  }

  /** The watch that it judges by. */
  public WatchRules rules() {
    return rules;
  }

  /** What the article says about the pair. */
  public Judgement judge(Article article) {
    return judge(ReadArticle.of(article));
  }

  /** The same of an article that other watches judge as well. */
  public Judgement judge(ReadArticle article) {
    return weigh(article).judgement();
  }

  /** A judgement and, where both are named, what it comes from. */
  private record Weighed(Judgement judgement, @Nullable Verdict verdict) {
    static Weighed passedOver(String reason) {
      return new Weighed(new Judgement.PassedOver(reason), null);
    }
  }

  /** The judgement with the terms of its score, for people who want to follow it. */
  public Explanation explain(Article article) {
    Weighed weighed = weigh(ReadArticle.of(article));
    Verdict verdict = weighed.verdict();
    return verdict == null
        ? new Explanation(weighed.judgement(), List.of(), "")
        : new Explanation(weighed.judgement(), verdict.score().terms(), verdict.because());
  }

  private Weighed weigh(ReadArticle read) {
    Article article = read.article();
    Language language = read.language();
    Vocabulary vocabulary = vocabularies.get(language);
    Document document = read.document();
    if (vocabulary == null || document == null) {
      return Weighed.passedOver("other-language");
    }
    Reading reading = vocabulary.matcher().read(document);
    List<Hit> hits = vocabulary.matcher().parties(reading);
    if (!vocabulary.mayNameAll(rules.pair(), hits)) {
      return Weighed.passedOver(ONE_MISSING);
    }
    hits.addAll(vocabulary.matcher().words(reading));
    List<Mention> mentions = Mentions.find(document, language, rules, vocabulary, hits);
    Marks marks = marks(article, document, vocabulary, hits, mentions);
    Scene scene = Scene.of(document, rules, vocabulary, mentions, marks);
    if (!scene.namesBoth()) {
      return Weighed.passedOver(ONE_MISSING);
    }
    hits.addAll(vocabulary.matcher().clauses(reading, marks));
    CueMarks cues = new CueMarks(document, vocabulary, marks);
    Genre genre = GenreGuess.of(article);
    List<Found> signals = new SignalFinder(article, language, document, vocabulary, rules, scene, cues, genre)
        .find(hits, topics(document, vocabulary, hits));
    Verdict verdict = Verdict.of(signals, genre, !scene.isAboutThePair(), new Ranks(cues, scene));
    return new Weighed(
        new Judgement.Named(detection(article, language, genre, document, mentions, cues, signals, verdict)),
        verdict);
  }

  private Marks marks(
      Article article, Document document, Vocabulary vocabulary, List<Hit> hits, List<Mention> mentions) {
    LocalDate day = LocalDate.ofInstant(article.eventAt(), ZoneOffset.UTC);
    Marks marks = vocabulary.matcher().marks(document);
    for (Hit hit : hits) {
      if (vocabulary.target(hit.target()) instanceof Target.Member(int name)) {
        marks.add(name, hit.from(), hit.to());
      }
    }
    for (Mention mention : mentions) {
      var holder = mention.holder();
      if (holder != null && holder.inOffice(day)) {
        for (int office : vocabulary.classesOf(holder)) {
          marks.add(office, mention.from(), mention.to());
        }
      }
      for (String party : mention.parties()) {
        marks.add(vocabulary.number(party), mention.from(), mention.to());
        if (rules.pair().contains(party)) {
          marks.add(vocabulary.number("pair"), mention.from(), mention.to());
        }
      }
    }
    return marks;
  }

  /** The topics whose words the text is full enough of, or, where its title has one, its opening nearly so. */
  private static Set<Topic> topics(Document document, Vocabulary vocabulary, List<Hit> hits) {
    Map<Topic, Set<String>> found = new HashMap<>();
    Map<Topic, Set<String>> opening = new HashMap<>();
    Set<Topic> titled = new HashSet<>();
    for (Hit hit : hits) {
      if (vocabulary.target(hit.target()) instanceof Target.Of(Topic topic)) {
        String word = document.token(hit.from()).word();
        found.computeIfAbsent(topic, t -> new HashSet<>()).add(word);
        Sentence sentence = document.sentenceOf(hit.from());
        if (sentence.title() || sentence.place() < OPENING) {
          opening.computeIfAbsent(topic, t -> new HashSet<>()).add(word);
        }
        if (sentence.title()) {
          titled.add(topic);
        }
      }
    }
    Set<Topic> topics = new HashSet<>();
    found.forEach((topic, words) -> {
      int inOpening = opening.getOrDefault(topic, Set.of()).size();
      if (words.size() >= topic.least() || topic.least() > 2 && titled.contains(topic) && inOpening >= topic.least() - 1) {
        topics.add(topic);
      }
    });
    return topics;
  }

  private Detection detection(
      Article article, Language language, Genre genre, Document document, List<Mention> mentions, CueMarks cues,
      List<Found> signals, Verdict verdict) {
    var reader = new GistReader(article, language, document, cues);
    return new Detection(
        "", article.id(), article.revision(), rules.id(), version, article.title(), article.url(), article.feedId(),
        article.outlet(), genre, language, article.status(), article.publishedAt(), article.fetchedAt(),
        article.eventAt(), verdict.score().value(), verdict.severity(), verdict.confidence(), verdict.polarity(),
        verdict.passedOver(), signals.stream().map(Found::signal).toList(), Named.of(document, mentions, reader.places()),
        Fingerprint.of(article.title() + "\n" + (article.body().isEmpty() ? article.summary() : article.body())),
        reader.gist(rules.pair(), mentions), article.firstPoll(), article.bodySource(), article.fetchedAt());
  }
}
