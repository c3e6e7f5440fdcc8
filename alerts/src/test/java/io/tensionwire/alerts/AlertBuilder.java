package io.tensionwire.alerts;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts for tests: one that is whole, and what a test is about changed in it. */
public final class AlertBuilder {

  public static final Instant RAISED_AT = Instant.parse("2026-11-21T09:05:00Z");

  private String id = "a1";
  private @Nullable AlertKind kind = AlertKind.OPENED;
  private Severity severity = Severity.HIGH;
  private Confidence confidence = Confidence.OFFICIAL;
  private @Nullable Polarity polarity = Polarity.ESCALATION;
  private String headline = "SAMPLE: Moscow warns Seoul over arms";
  private @Nullable URI url = URI.create("https://daily.example/world/1");
  private String outlet = "Daily Example";
  private Language language = Language.EN;
  private Genre genre = Genre.REPORT;
  private List<String> directions = List.of("russia>south-korea");
  private List<Signal> signals = new ArrayList<>();
  private int articles = 1;
  private int outlets = 1;
  private List<Source> sources = List.of();
  private @Nullable String before;
  private @Nullable String after;
  private @Nullable String reason;
  private Instant eventAt = RAISED_AT;
  private Instant raisedAt = RAISED_AT;
  private @Nullable String story;

  private AlertBuilder() {}

  public static AlertBuilder alert() {
    return new AlertBuilder();
  }

  /** One that happens now, for tests with a running clock. */
  public static AlertBuilder alertNow(String id) {
    return new AlertBuilder().id(id).at(Instant.now());
  }

  public AlertBuilder id(String id) {
    this.id = id;
    return this;
  }

  /** Of this story; else each alert has one of its own. */
  public AlertBuilder story(String id) {
    story = id;
    return this;
  }

  public AlertBuilder kind(@Nullable AlertKind kind) {
    this.kind = kind;
    return this;
  }

  public AlertBuilder severity(Severity severity) {
    this.severity = severity;
    return this;
  }

  public AlertBuilder confidence(Confidence confidence) {
    this.confidence = confidence;
    return this;
  }

  public AlertBuilder polarity(@Nullable Polarity polarity) {
    this.polarity = polarity;
    return this;
  }

  public AlertBuilder headline(String headline) {
    this.headline = headline;
    return this;
  }

  public AlertBuilder url(@Nullable URI url) {
    this.url = url;
    return this;
  }

  public AlertBuilder outlet(String outlet) {
    this.outlet = outlet;
    return this;
  }

  public AlertBuilder language(Language language) {
    this.language = language;
    return this;
  }

  public AlertBuilder genre(Genre genre) {
    this.genre = genre;
    return this;
  }

  public AlertBuilder directions(String... directions) {
    this.directions = List.of(directions);
    return this;
  }

  public AlertBuilder counts(int articles, int outlets) {
    this.articles = articles;
    this.outlets = outlets;
    return this;
  }

  public AlertBuilder change(@Nullable String before, @Nullable String after, @Nullable String reason) {
    this.before = before;
    this.after = after;
    this.reason = reason;
    return this;
  }

  public AlertBuilder sources(Source... sources) {
    this.sources = List.of(sources);
    return this;
  }

  public AlertBuilder at(Instant at) {
    eventAt = at;
    raisedAt = at;
    return this;
  }

  public AlertBuilder eventAt(Instant eventAt) {
    this.eventAt = eventAt;
    return this;
  }

  public AlertBuilder signal(Signal signal) {
    signals.add(signal);
    return this;
  }

  /** A retaliation threat of Russia's foreign ministry in this sentence. */
  public AlertBuilder signal(String sentence, String phrase) {
    return signal(signal(Category.RETALIATION_THREAT, Stance.ASSERTED, sentence, phrase, language));
  }

  public static Signal signal(Category category, Stance stance, String sentence, String phrase, Language language) {
    int sentenceStart = 40;
    int start = sentenceStart + Math.max(0, sentence.indexOf(phrase));
    return new Signal(
        "rule", category, category.polarity(), stance, true, phrase, sentence, sentenceStart, TextField.BODY, start,
        start + phrase.length(), "russia", "south-korea", "foreign ministry spokesperson", null, 30, "article", language);
  }

  public Alert build() {
    String storyId = story == null ? "s-" + id : story;
    return new Alert(
        id, kind, "story/" + storyId, storyId, "korea-russia", "v1", severity, confidence, polarity, headline,
        url, outlet, language, genre, directions, signals, articles, outlets, sources, before, after, reason, eventAt,
        raisedAt);
  }
}
