package io.tensionwire.detection.alert;

import static io.tensionwire.detection.story.Sample.NOON;
import static io.tensionwire.detection.story.Sample.signal;

import io.tensionwire.detection.Fingerprint;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import io.tensionwire.model.Mentions;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An article as it comes to be told: a report of now with one signal, but for what is said otherwise. */
final class Filed {

  static final Signal PROTEST = signal("protest", Category.DIPLOMATIC_PROTEST, 40);
  static final Signal THREAT = signal("threat", Category.RETALIATION_THREAT, 60);

  private final String article;
  private int revision = 1;
  private String outlet;
  private String title;
  private String text;
  private Genre genre = Genre.REPORT;
  private Language language = Language.EN;
  private ArticleStatus status = ArticleStatus.LIVE;
  private Instant eventAt = NOON;
  private Instant fetchedAt = NOON;
  private @Nullable Severity severity = Severity.ELEVATED;
  private Polarity polarity = Polarity.ESCALATION;
  private List<Signal> signals = List.of(PROTEST);
  private List<String> cites = List.of();
  private boolean firstPoll;
  private BodySource bodySource = BodySource.FEED;
  private String version = "v1";

  private Filed(String article) {
    this.article = article;
    this.outlet = article + " gazette";
    this.title = "SAMPLE: " + article;
    this.text = new Random(article.hashCode()).ints(200, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  static Filed of(String article) {
    return new Filed(article);
  }

  Filed revision(int revision) {
    this.revision = revision;
    return this;
  }

  Filed outlet(String outlet) {
    this.outlet = outlet;
    return this;
  }

  Filed title(String title) {
    this.title = title;
    return this;
  }

  Filed text(String text) {
    this.text = text;
    return this;
  }

  Filed genre(Genre genre) {
    this.genre = genre;
    return this;
  }

  Filed in(Language language) {
    this.language = language;
    return this;
  }

  Filed gone() {
    this.status = ArticleStatus.GONE;
    return this;
  }

  Filed says(@Nullable Severity severity, Signal... signals) {
    this.severity = severity;
    this.signals = List.of(signals);
    return this;
  }

  Filed polarity(Polarity polarity) {
    this.polarity = polarity;
    return this;
  }

  /** Fetched so long after noon, whenever it happened. */
  Filed after(Duration time) {
    this.fetchedAt = NOON.plus(time);
    return this;
  }

  /** It happened, and was fetched. */
  Filed at(Instant eventAt, Instant fetchedAt) {
    this.eventAt = eventAt;
    this.fetchedAt = fetchedAt;
    return this;
  }

  Filed cites(String... names) {
    this.cites = List.of(names);
    return this;
  }

  Filed firstPoll() {
    this.firstPoll = true;
    return this;
  }

  Filed fromPage() {
    this.bodySource = BodySource.PAGE;
    return this;
  }

  Filed judgedBy(String version) {
    this.version = version;
    return this;
  }

  Detection detection() {
    return new Detection(
        "", article, revision, "korea-russia", version, title, URI.create("https://gazette.example/" + article.replace(' ', '-')),
        "gazette.example/world", outlet, genre, language, status, eventAt, fetchedAt, eventAt, 50, severity,
        severity == null ? null : Confidence.SINGLE, severity == null ? null : polarity,
        severity == null ? "no-signal" : null, signals, Mentions.NONE, Fingerprint.of(text),
        new Gist(Map.of(), Map.of(), Map.of(), List.of(), List.of(), cites), firstPoll, bodySource, fetchedAt);
  }
}
