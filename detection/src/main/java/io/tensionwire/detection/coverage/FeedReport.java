package io.tensionwire.detection.coverage;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.Language;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is. Read from its state on {@code news.feed-states}, of which it is a part: the names are the same.
 *
 * @param healthSince since when it is in this health
 * @param silentSince since when it brings nothing, whatever the reason was from time to time; absent while it is read
 * @param removed whether it is polled no more
 */
public record FeedReport(
    String feedId,
    String outlet,
    @Nullable Language language,
    @Nullable String country,
    FeedHealth health,
    @Nullable Instant healthSince,
    @Nullable Instant polledAt,
    @Nullable Instant silentSince,
    boolean removed) {

  private static final Set<FeedHealth> DEAD = EnumSet.of(
      FeedHealth.UNREACHABLE, FeedHealth.REFUSED, FeedHealth.GONE, FeedHealth.MALFORMED,
      FeedHealth.HTML_INSTEAD_OF_FEED, FeedHealth.COOKIE_GATE, FeedHealth.BOT_WALL, FeedHealth.TOO_LARGE,
      FeedHealth.THROTTLED);

  public FeedReport {
    requireNonNull(feedId, "feedId of a feed's report is missing");
    outlet = requireNonNullElse(outlet, Feed.site(feedId));
    health = requireNonNullElse(health, FeedHealth.OK);
  }

  public static FeedReport removed(String feedId) {
    return new FeedReport(feedId, Feed.site(feedId), null, null, FeedHealth.OK, null, null, null, true);
  }

  /** What is known when this comes after another report of the same feed. */
  FeedReport after(@Nullable FeedReport before) {
    Instant earlier = before == null ? null : before.silentSince();
    return silentSince(isSilent() ? requireNonNullElse(earlier, since()) : isOffline() ? earlier : null);
  }

  private FeedReport silentSince(@Nullable Instant since) {
    return new FeedReport(feedId, outlet, language, country, health, healthSince, polledAt, since, removed);
  }

  boolean isOffline() {
    return health == FeedHealth.OFFLINE;
  }

  /** Whether it brings nothing, and that is no fault of ours. */
  boolean isSilent() {
    return DEAD.contains(health) || health == FeedHealth.STALE;
  }

  /** Since when it is in its health. */
  Instant since() {
    return healthSince() != null ? healthSince() : polledAt() != null ? polledAt() : Instant.EPOCH;
  }

  /** From when on its silence counts; absent while it is read, and while it is we who read nothing. */
  @Nullable Instant silentFrom(CoverageSettings settings) {
    Instant since = silentSince();
    return since == null || !isSilent() ? null : health == FeedHealth.STALE ? since() : since.plus(settings.deadFor());
  }
}
