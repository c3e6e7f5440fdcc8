package io.tensionwire.detection.story;

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
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A detection, by what matters to a story. */
public record Sample(
    String article,
    int revision,
    String outlet,
    String title,
    String text,
    @Nullable Severity severity,
    List<Signal> signals,
    Instant at) {

  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  public static Sample of(String article) {
    return new Sample(
        article, 1, "Gazette", "SAMPLE: " + article, "text of " + article, Severity.ELEVATED,
        List.of(signal("protest", Category.DIPLOMATIC_PROTEST, 40)), NOON);
  }

  public Sample revision(int revision) {
    return new Sample(article, revision, outlet, title, text, severity, signals, at);
  }

  public Sample outlet(String outlet) {
    return new Sample(article, revision, outlet, title, text, severity, signals, at);
  }

  public Sample title(String title) {
    return new Sample(article, revision, outlet, title, text, severity, signals, at);
  }

  public Sample text(String text) {
    return new Sample(article, revision, outlet, title, text, severity, signals, at);
  }

  public Sample says(@Nullable Severity severity, Signal... signals) {
    return new Sample(article, revision, outlet, title, text, severity, List.of(signals), at);
  }

  public Sample at(Instant at) {
    return new Sample(article, revision, outlet, title, text, severity, signals, at);
  }

  public Detection detection() {
    return new Detection(
        "", article, revision, "korea-russia", "v1", title, URI.create("https://gazette.example/" + article),
        "gazette.example/world", outlet, Genre.REPORT, Language.EN, ArticleStatus.LIVE, at, at, at, 50, severity,
        severity == null ? null : Confidence.SINGLE, severity == null ? null : Polarity.ESCALATION,
        severity == null ? "no-signal" : null, signals, Mentions.NONE, Fingerprint.of(text), Gist.NONE,
        false, BodySource.FEED, at);
  }

  public static Signal signal(String id, Category category, int weight) {
    return new Signal(
        id, category, category.polarity(), Stance.ASSERTED, true, id, id, 0, TextField.BODY, 0, id.length(), "russia",
        "south-korea", null, null, weight, "", Language.EN);
  }

  public static Signal recap(Signal s) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), false, s.phrase(), s.sentence(), s.sentenceStart(), s.field(),
        s.start(), s.end(), s.from(), s.to(), s.speaker(), s.deniedBy(), s.weight(), s.articleId(), s.language());
  }

  public static Signal inTitle(Signal s) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), s.current(), s.phrase(), s.sentence(), s.sentenceStart(),
        TextField.TITLE, s.start(), s.end(), s.from(), s.to(), s.speaker(), s.deniedBy(), s.weight(), s.articleId(),
        s.language());
  }
}
