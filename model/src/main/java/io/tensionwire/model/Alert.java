package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * News about a story, the index, a position or our own coverage that is worth telling.
 *
 * @param subject {@code story/…}, {@code tension/…}, {@code position/…} or {@code coverage/…}: the record's key
 * @param directions each {@code <from>><to>}
 * @param sources the articles it rests on, the one in {@code url} first
 * @param before what it was before a change, in words
 * @param after what it is now
 * @param reason why this is told, in words
 * @param eventAt when it happened, as far as is known
 * @param raisedAt the timestamp of the record that caused it
 */
public record Alert(
    String id,
    @Nullable AlertKind kind,
    String subject,
    @Nullable String storyId,
    String watchId,
    String watchVersion,
    Severity severity,
    Confidence confidence,
    @Nullable Polarity polarity,
    String headline,
    @Nullable URI url,
    String outlet,
    Language language,
    Genre genre,
    List<String> directions,
    List<Signal> signals,
    int articleCount,
    int outletCount,
    List<Source> sources,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason,
    Instant eventAt,
    Instant raisedAt) {

  static final int MOST_ID = 500;

  public Alert {
    requireNonNull(id, "id of an alert is missing");
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of an alert is blank");
    }
    checkId("id of an alert", id);
    requireNonNull(subject, () -> "subject is missing: " + id);
    checkId("subject", subject);
    storyId = storyId == null || storyId.isEmpty() ? null : checkId("storyId", storyId);
    requireNonNull(watchId, () -> "watchId is missing: " + id);
    checkId("watchId", watchId);
    watchVersion = requireNonNullElse(watchVersion, "");
    severity = requireNonNullElse(severity, Severity.NOTICE);
    confidence = requireNonNullElse(confidence, Confidence.SINGLE);
    requireNonNull(headline, () -> "headline is missing: " + id);
    outlet = requireNonNullElse(outlet, "");
    language = requireNonNullElse(language, Language.OTHER);
    genre = requireNonNullElse(genre, Genre.OTHER);
    directions = directions == null ? List.of() : List.copyOf(directions);
    signals = signals == null ? List.of() : List.copyOf(signals);
    sources = sources == null ? List.of() : List.copyOf(sources);
    eventAt = Moment.bounded(requireNonNull(eventAt, () -> "eventAt is missing: " + id));
    raisedAt = Moment.bounded(requireNonNull(raisedAt, () -> "raisedAt is missing: " + id));
  }

  /** Ids are keys, and names that receivers keep for us: all of them have limits. */
  private static String checkId(String name, String id) {
    if (id.length() > MOST_ID || id.codePoints().anyMatch(Alert::isNoCharacter)) {
      throw new IllegalArgumentException(
          name + " is no id; one has at most " + MOST_ID + " characters, none of them a control character or half of one");
    }
    return id;
  }

  private static boolean isNoCharacter(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
