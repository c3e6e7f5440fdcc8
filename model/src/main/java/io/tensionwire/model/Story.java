package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The articles that report one event, in whatever language.
 *
 * @param mergedInto the story it went into, for {@link StoryStatus#MERGED} alone
 * @param originatorCount sources that did not copy another
 * @param articles at most {@link #MOST}, oldest first
 * @param signals at most {@link #MOST}, heaviest first
 */
public record Story(
    String id,
    String watchId,
    StoryStatus status,
    @Nullable String mergedInto,
    String headline,
    @Nullable Severity severity,
    @Nullable Confidence confidence,
    @Nullable Polarity polarity,
    int articleCount,
    int outletCount,
    int originatorCount,
    List<Language> languages,
    Instant firstSeenAt,
    Instant lastSeenAt,
    List<Source> articles,
    List<Signal> signals) {

  /** The most articles and signals that a story lists. */
  public static final int MOST = 50;

  public Story {
    requireNonNull(id, "id of a story is missing");
    requireNonNull(watchId, () -> "watchId is missing: " + id);
    status = requireNonNullElse(status, StoryStatus.OPEN);
    headline = requireNonNullElse(headline, "");
    // A language that a newer writer named is read as absent.
    languages = languages == null ? List.of() : languages.stream().filter(Objects::nonNull).toList();
    requireNonNull(firstSeenAt, () -> "firstSeenAt is missing: " + id);
    requireNonNull(lastSeenAt, () -> "lastSeenAt is missing: " + id);
    articles = articles == null ? List.of() : List.copyOf(articles.subList(0, Math.min(MOST, articles.size())));
    signals = signals == null ? List.of() : List.copyOf(signals.subList(0, Math.min(MOST, signals.size())));
  }
}
