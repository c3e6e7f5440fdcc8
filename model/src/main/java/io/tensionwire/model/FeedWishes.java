package io.tensionwire.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed and its host said about how often to ask, as they said it. Part of its {@link FeedState}.
 *
 * @param interval not more often than so, the longest of what was said; absent where nothing was
 * @param skipHours hours of UTC, 0 to 23, in which the feed says that it is silent
 * @param skipDays days of UTC on which it says so
 */
public record FeedWishes(@Nullable Duration interval, List<Integer> skipHours, List<DayOfWeek> skipDays) {

  public static final FeedWishes NONE = new FeedWishes(null, List.of(), List.of());

  public FeedWishes {
    skipHours = skipHours == null ? List.of() : List.copyOf(skipHours);
    skipDays = skipDays == null ? List.of() : List.copyOf(skipDays);
  }
}
