package io.tensionwire.ingest.feed;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about the rhythm and the place to read it at. It is the feed's word, unclamped: months and minutes
 * occur, and it is the poller's to believe it.
 *
 * @param ttl how long the feed may be kept, at least a minute (RSS {@code ttl})
 * @param skipHours hours of UTC, 0 to 23, in which nothing is published (RSS {@code skipHours})
 * @param skipDays days of UTC on which nothing is published (RSS {@code skipDays})
 * @param updateInterval the period divided by the frequency, at least a minute
 *     (<a href="https://web.resource.org/rss/1.0/modules/syndication/">syndication module</a>)
 * @param updateBase from which the intervals are counted ({@code sy:updateBase})
 * @param hubs to subscribe at (<a href="https://www.w3.org/TR/websub/">WebSub</a>), of http or https
 * @param self the feed's own address: the topic at those hubs
 * @param movedTo where the feed says that it is from now on ({@code itunes:new-feed-url}, {@code redirect})
 * @param expired whether the feed says that nothing will follow (JSON Feed {@code expired}, {@code itunes:complete})
 * @param undated whether there are entries and none of them has a date
 * @param cutOff whether the end is missing: entries may have been lost, so that its validators should not be kept
 * @param declaredEncoding the charset by the label, empty without one; what was used is
 *     {@link ParsedFeed#encoding()}
 */
public record FeedHints(
    @Nullable Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    @Nullable Duration updateInterval,
    @Nullable Instant updateBase,
    List<URI> hubs,
    @Nullable URI self,
    @Nullable URI movedTo,
    boolean expired,
    boolean undated,
    boolean cutOff,
    String declaredEncoding) {

  /** A feed that says nothing. */
  public static final FeedHints NONE =
      new FeedHints(null, Set.of(), Set.of(), null, null, List.of(), null, null, false, false, false, "");

  private static final Duration LEAST = Duration.ofMinutes(1);

  public FeedHints {
    if (ttl != null && ttl.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("ttl is less than a minute: " + ttl);
    }
    if (updateInterval != null && updateInterval.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("updateInterval is less than a minute: " + updateInterval);
    }
    for (int hour : skipHours) {
      if (hour < 0 || hour > 23) {
        throw new IllegalArgumentException("no hour to skip: " + hour);
      }
    }
    skipHours = Collections.unmodifiableSet(new TreeSet<>(skipHours));
    skipDays = skipDays.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(skipDays));
    hubs = List.copyOf(hubs);
  }
}
