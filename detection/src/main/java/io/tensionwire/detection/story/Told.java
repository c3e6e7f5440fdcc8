package io.tensionwire.detection.story;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a story: how the newest alert showed it, and all that must not be told again.
 *
 * @param severity absent where the wording that opened the story is gone
 * @param peak the highest severity ever told: reaching it again is no news
 * @param facts what its signals said, sorted
 * @param news what was told besides the opening, such as {@code corroborated} or {@code escalated high}; the last
 *     {@link #MOST_NEWS}
 * @param retracted facts that an article took back, sorted
 * @param originators of articles that are not among the story's members, in the order they came
 * @param toldAt the record's time of the newest alert; absent where an earlier version told it
 * @param editedAt the same of the newest correction or edit
 * @param folded what live blogs said when they were told last, where they have changed since
 */
public record Told(
    @Nullable Severity severity,
    Severity peak,
    @Nullable Polarity polarity,
    String headline,
    List<String> facts,
    int articleCount,
    int outletCount,
    List<String> news,
    List<String> retracted,
    List<String> originators,
    @Nullable Instant toldAt,
    @Nullable Instant editedAt,
    List<Folded> folded) {

  /** A story moves for days, not for ever: what it told before is further back than anything that may come again. */
  static final int MOST_NEWS = 100;

  private static final int MOST_ORIGINATORS = 100;

  public Told {
    requireNonNull(peak, "peak of what was told is missing");
    facts = facts == null ? List.of() : List.copyOf(facts);
    news = news == null ? List.of() : List.copyOf(news.subList(Math.max(0, news.size() - MOST_NEWS), news.size()));
    retracted = retracted == null ? List.of() : List.copyOf(retracted);
    originators = originators == null
        ? List.of() : List.copyOf(originators.subList(0, Math.min(MOST_ORIGINATORS, originators.size())));
    folded = folded == null ? List.of() : List.copyOf(folded);
  }

  /**
   * What an article said when it was told last.
   *
   * @param wording the phrases as they stood, by their facts
   */
  public record Folded(String articleId, Map<String, String> wording) {
    public Folded {
      requireNonNull(articleId, "articleId of a live blog is missing");
      wording = new TreeMap<>(wording);
    }
  }

  public Told withOriginators(List<String> known) {
    return new Told(
        severity, peak, polarity, headline, facts, articleCount, outletCount, news, retracted, known, toldAt, editedAt,
        folded);
  }
}
