package io.tensionwire.detection.story;

import io.tensionwire.detection.Fingerprint;
import io.tensionwire.model.Detection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The followed articles in the order of their events, to find the one that a text is a near-copy of. It holds what it
 * is given until it is told to forget. Not for use by several threads.
 */
public final class NearCopies {

  /** The share of a text that two near-copies have in common: wire copies with other headlines and cuts reach it. */
  static final double ALIKE = 0.5;

  private record Place(Instant eventAt, String articleId) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::eventAt).thenComparing(Place::articleId);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final Duration window;
  private final Map<String, NavigableMap<Place, FollowedArticle>> byWatch = new HashMap<>();

  /** @param window the most time that may lie between the events of two copies */
  public NearCopies(Duration window) {
    this.window = window;
  }

  /** The article that this one is the nearest copy of; of equals, the one whose event came first. */
  public @Nullable FollowedArticle nearest(Detection detection) {
    NavigableMap<Place, FollowedArticle> places = byWatch.get(detection.watchId());
    if (places == null || detection.fingerprint().isEmpty()) {
      return null;
    }
    FollowedArticle nearest = null;
    double most = ALIKE;
    for (FollowedArticle candidate : around(places, detection.eventAt()).values()) {
      double alike = Fingerprint.similarity(candidate.fingerprint(), detection.fingerprint());
      if (nearest == null ? alike >= most : alike > most) {
        nearest = candidate;
        most = alike;
      }
    }
    return nearest;
  }

  public void remember(FollowedArticle article) {
    byWatch.computeIfAbsent(article.watchId(), id -> new TreeMap<>()).put(place(article), article);
  }

  public void forget(FollowedArticle article) {
    NavigableMap<Place, FollowedArticle> places = byWatch.get(article.watchId());
    if (places != null) {
      places.remove(place(article));
    }
  }

  private NavigableMap<Place, FollowedArticle> around(NavigableMap<Place, FollowedArticle> places, Instant at) {
    return places.subMap(new Place(at.minus(window), ""), true, new Place(at.plus(window), "\uffff"), true);
  }

  private static Place place(FollowedArticle article) {
    return new Place(article.eventAt(), article.articleId());
  }
}
