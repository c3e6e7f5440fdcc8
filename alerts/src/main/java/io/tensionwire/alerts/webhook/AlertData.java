package io.tensionwire.alerts.webhook;

import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.message.WebLink;
import io.tensionwire.alerts.message.Trend;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Source;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert and its words, for programs. Texts are plain: no control characters, no mark-up of ours.
 *
 * @param label as people are told: "HIGH", "ESCALATED · CRITICAL", "HIGH · UNCONFIRMED"
 * @param directions each {@code <from>><to>}
 * @param inWords the first of them as people are told, "Russia → South Korea"
 * @param change what changed, why, and what it was before, in lines
 * @param moreSignals how many other sentences hold signals
 * @param sources the first of the articles it rests on
 * @param times when it happened, in the places that matter
 * @param context what else to know, in lines
 */
record AlertData(
    String id,
    @Nullable AlertKind kind,
    String subject,
    @Nullable String storyId,
    String watchId,
    Severity severity,
    Confidence confidence,
    @Nullable Polarity polarity,
    Trend trend,
    String label,
    String headline,
    @Nullable URI url,
    String outlet,
    Language language,
    Genre genre,
    List<String> directions,
    String inWords,
    List<String> change,
    List<Quote> evidence,
    int moreSignals,
    int articleCount,
    int outletCount,
    List<Article> sources,
    List<String> times,
    List<String> context,
    Instant eventAt,
    Instant raisedAt) {

  static final int MOST_SOURCES = 8;
  private static final int MOST_ID = 200;
  private static final int MOST_DIRECTIONS = 8;
  private static final int MOST_TEXT = 200;
  private static final int MOST_LINK = 500;

  /** A sentence, its phrase between what is before and after it. */
  record Quote(String before, String phrase, String after, Language language, Trend trend, String gloss) {}

  /** An article that it rests on. */
  record Article(String title, @Nullable URI url, String outlet, Language language, @Nullable Instant publishedAt) {}

  static AlertData of(Alert alert, Message message, int evidence, int sources) {
    return new AlertData(
        text(alert.id(), MOST_ID), alert.kind(), text(alert.subject(), MOST_ID), id(alert.storyId()),
        text(alert.watchId(), MOST_ID), alert.severity(), alert.confidence(), alert.polarity(), message.trend(),
        message.label(), message.headline(), message.link(), text(alert.outlet(), MOST_TEXT), alert.language(),
        alert.genre(),
        alert.directions().stream().limit(MOST_DIRECTIONS).map(direction -> text(direction, MOST_TEXT)).toList(),
        message.direction(), message.change(),
        message.evidence().stream().limit(evidence).map(AlertData::quote).toList(), message.moreSignals(),
        alert.articleCount(), alert.outletCount(),
        alert.sources().stream().limit(sources).map(AlertData::article).toList(), message.times(),
        message.context(), alert.eventAt(),
        alert.raisedAt());
  }

  private static Quote quote(Evidence evidence) {
    return new Quote(
        evidence.before(), evidence.phrase(), evidence.after(), evidence.language(), evidence.trend(), evidence.gloss());
  }

  private static Article article(Source source) {
    URI link = WebLink.of(source.url());
    return new Article(
        text(source.title(), MOST_TEXT), link == null || link.toString().length() > MOST_LINK ? null : link,
        text(source.outlet(), MOST_TEXT), source.language(), source.publishedAt());
  }

  private static @Nullable String id(@Nullable String id) {
    return id == null ? null : text(id, MOST_ID);
  }

  private static String text(String text, int most) {
    return PlainText.cut(PlainText.of(text).strip(), most);
  }
}
