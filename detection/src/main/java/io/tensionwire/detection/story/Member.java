package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a part of a story: what its newest revision says.
 *
 * @param signals the most telling of them, at most {@link #MOST_SIGNALS}; none where the story has witnesses enough
 */
public record Member(
    Source source,
    Genre genre,
    @Nullable Severity severity,
    @Nullable Confidence confidence,
    @Nullable Polarity polarity,
    List<Signal> signals,
    Standing standing) {

  /** Enough evidence from one article; it keeps a story's state far below the largest record of a changelog. */
  static final int MOST_SIGNALS = 20;

  public Member {
    requireNonNull(source, "source of a member is missing");
    signals = signals == null ? List.of() : List.copyOf(signals);
    standing = requireNonNullElse(standing, Standing.UNKNOWN);
  }

  static Member of(Detection detection) {
    var source = new Source(
        detection.articleId(), detection.revision(), detection.title(), detection.url(), detection.outlet(),
        detection.language(), detection.publishedAt());
    return new Member(
        source, detection.genre(), detection.severity(), detection.confidence(), detection.polarity(),
        detection.signals().stream().sorted(MostTelling.FIRST).limit(MOST_SIGNALS).toList(),
        Standing.of(detection));
  }

  Member withoutSignals() {
    return new Member(source, genre, severity, confidence, polarity, List.of(), standing);
  }

  public Member withStanding(Standing known) {
    return new Member(source, genre, severity, confidence, polarity, signals, known);
  }

  public String articleId() {
    return source.articleId();
  }
}
