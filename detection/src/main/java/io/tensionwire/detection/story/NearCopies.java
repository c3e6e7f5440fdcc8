package io.tensionwire.detection.story;

import io.tensionwire.detection.Fingerprint;
import io.tensionwire.model.Detection;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The followed articles by their fingerprints, to find the one that a text is a near-copy of. It holds what it is given
 * until it is told to forget. Not for use by several threads.
 */
public final class NearCopies {

  /** The share of a text that two near-copies have in common: wire copies with other headlines and cuts reach it. */
  static final double ALIKE = 0.5;

  /** Digits of a hash of a fingerprint. */
  private static final int HASH = 4;

  /**
   * Of so many hashes two near-copies have at least one in common, but for one pair in 65,000: only such are compared.
   */
  private static final int LOOKED_AT = 16;

  private static final Comparator<FollowedArticle> ORDER =
      Comparator.comparing(FollowedArticle::eventAt).thenComparing(FollowedArticle::articleId);

  private final Duration window;

  /** Articles by watch, place in the fingerprint and hash. */
  private final Map<String, Map<String, FollowedArticle>> byHash = new HashMap<>();

  /** @param window the most time that may lie between the events of two copies */
  public NearCopies(Duration window) {
    this.window = window;
  }

  /** The article that this one is the nearest copy of; of equals, the one whose event came first. */
  public @Nullable FollowedArticle nearest(Detection detection) {
    FollowedArticle nearest = null;
    double most = ALIKE;
    for (FollowedArticle candidate : candidates(detection).values()) {
      double alike = Fingerprint.similarity(candidate.fingerprint(), detection.fingerprint());
      if (alike > most || alike == most && (nearest == null || ORDER.compare(candidate, nearest) < 0)) {
        nearest = candidate;
        most = alike;
      }
    }
    return nearest;
  }

  private Map<String, FollowedArticle> candidates(Detection detection) {
    Map<String, FollowedArticle> candidates = new HashMap<>();
    for (String key : keys(detection.watchId(), detection.fingerprint())) {
      for (FollowedArticle article : byHash.getOrDefault(key, Map.of()).values()) {
        if (Duration.between(article.eventAt(), detection.eventAt()).abs().compareTo(window) <= 0) {
          candidates.put(article.articleId(), article);
        }
      }
    }
    return candidates;
  }

  public void remember(FollowedArticle article) {
    for (String key : keys(article.watchId(), article.fingerprint())) {
      byHash.computeIfAbsent(key, k -> new HashMap<>()).put(article.articleId(), article);
    }
  }

  public void forget(FollowedArticle article) {
    for (String key : keys(article.watchId(), article.fingerprint())) {
      Map<String, FollowedArticle> articles = byHash.get(key);
      if (articles != null && articles.remove(article.articleId()) != null && articles.isEmpty()) {
        byHash.remove(key);
      }
    }
  }

  private static String[] keys(String watchId, String fingerprint) {
    int count = Math.min(LOOKED_AT, fingerprint.length() / HASH);
    String[] keys = new String[count];
    for (int i = 0; i < count; i++) {
      int at = i * (fingerprint.length() / HASH / count) * HASH;
      keys[i] = watchId + "/" + i + "/" + fingerprint.substring(at, at + HASH);
    }
    return keys;
  }
}
