package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that polling a feed needs to remember; written by the owner of the feed's partition alone, in one
 * transaction with the articles that it speaks of.
 *
 * @param healthSince when the feed came into this state of health; read and not modified are one
 * @param place the address that the validators and the body are from
 * @param etag the validator as the host sent it, verbatim; advances with the last entry of a poll
 * @param lastModified the other validator, verbatim
 * @param bodyHash hash of the last body, so that an unchanged one is not parsed again
 * @param encoding the charset that the last body was read in
 * @param changedAt the last poll that brought something new; absent until one brought any entries
 * @param nextPollAt not before this moment
 * @param heldUntil until when the host asked to be left alone, absent where it did not
 * @param failures polls in a row that brought nothing because of an error
 * @param error the last error, absent after a success
 * @param learntInterval at most so long between two polls that bring an answer
 * @param rhythm how often the feed publishes, absent until it was read
 * @param wishes what the feed and its host said about how often to ask
 * @param newestAt the latest moment at which the feed is known to have published
 * @param norm the usual time between two new entries, absent until it is known
 * @param move where the host says, for good, that the feed is now
 * @param subscription what a hub was asked for
 * @param seen the entries known, most recent first, at most {@link #MAX_SEEN}
 * @param outlet whose feed it is, so that a reader of states alone can say so
 * @param language what it is written in, where that is known
 * @param country where it is at home, ISO 3166, where that is known
 */
public record FeedState(
    String feedId,
    FeedHealth health,
    @Nullable Instant healthSince,
    @Nullable URI place,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String bodyHash,
    @Nullable String encoding,
    @Nullable Instant polledAt,
    @Nullable Instant changedAt,
    @Nullable Instant nextPollAt,
    @Nullable Instant heldUntil,
    int failures,
    @Nullable String error,
    @Nullable Duration learntInterval,
    @Nullable FeedRhythm rhythm,
    @Nullable FeedWishes wishes,
    @Nullable Instant newestAt,
    @Nullable Duration norm,
    @Nullable Move move,
    @Nullable Subscription subscription,
    List<Seen> seen,
    @Nullable String outlet,
    @Nullable Language language,
    @Nullable String country) {

  /** The most entries that are remembered for one feed. */
  public static final int MAX_SEEN = 2_000;

  public FeedState {
    requireNonNull(feedId, "feedId of a feed's state is missing");
    health = requireNonNullElse(health, FeedHealth.OK);
    seen = seen == null ? List.of() : List.copyOf(seen.subList(0, Math.min(MAX_SEEN, seen.size())));
  }

  /** The state of a feed that was never polled. */
  public static FeedState unknown(String feedId) {
    return new Builder(feedId).health(FeedHealth.EMPTY).build();
  }

  public static Builder builder(String feedId) {
    return new Builder(feedId);
  }

  /** A builder with this state's values. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * A permanent redirect (301, 308): it is believed after days, when the new place shows the same entries, since captive
   * portals and broken hosts send such answers too.
   *
   * @param from the configured address that it was seen at
   * @param to where it points
   * @param since when it was first seen
   * @param polls in how many polls it was seen
   * @param taken whether polls go there now
   */
  public record Move(URI from, URI to, Instant since, int polls, boolean taken) {
    public Move {
      requireNonNull(from, "from of a feed's move is missing");
      requireNonNull(to, "to of a feed's move is missing");
      requireNonNull(since, "since of a feed's move is missing");
    }
  }

  /**
   * A WebSub subscription (W3C Recommendation of 23 January 2018).
   *
   * @param hub whom we asked
   * @param topic what for
   * @param askedAt when we asked last
   * @param leaseUntil until when the hub promised to push; absent while it has not confirmed
   */
  public record Subscription(URI hub, URI topic, Instant askedAt, @Nullable Instant leaseUntil) {
    public Subscription {
      requireNonNull(hub, "hub of a subscription is missing");
      requireNonNull(topic, "topic of a subscription is missing");
      requireNonNull(askedAt, "askedAt of a subscription is missing");
    }
  }

  /** Builds a state; what is not set is absent. */
  public static final class Builder {
    private final String feedId;
    private FeedHealth health = FeedHealth.OK;
    private @Nullable Instant healthSince;
    private @Nullable URI place;
    private @Nullable String etag;
    private @Nullable String lastModified;
    private @Nullable String bodyHash;
    private @Nullable String encoding;
    private @Nullable Instant polledAt;
    private @Nullable Instant changedAt;
    private @Nullable Instant nextPollAt;
    private @Nullable Instant heldUntil;
    private int failures;
    private @Nullable String error;
    private @Nullable Duration learntInterval;
    private @Nullable FeedRhythm rhythm;
    private @Nullable FeedWishes wishes;
    private @Nullable Instant newestAt;
    private @Nullable Duration norm;
    private @Nullable Move move;
    private @Nullable Subscription subscription;
    private List<Seen> seen = List.of();
    private @Nullable String outlet;
    private @Nullable Language language;
    private @Nullable String country;

    private Builder(String feedId) {
      this.feedId = feedId;
    }

    private Builder(FeedState from) {
      feedId = from.feedId;
      health = from.health;
      healthSince = from.healthSince();
      place = from.place();
      etag = from.etag();
      lastModified = from.lastModified();
      bodyHash = from.bodyHash();
      encoding = from.encoding();
      polledAt = from.polledAt();
      changedAt = from.changedAt();
      nextPollAt = from.nextPollAt();
      heldUntil = from.heldUntil();
      failures = from.failures;
      error = from.error();
      learntInterval = from.learntInterval();
      rhythm = from.rhythm();
      wishes = from.wishes();
      newestAt = from.newestAt();
      norm = from.norm();
      move = from.move();
      subscription = from.subscription();
      seen = from.seen;
      outlet = from.outlet();
      language = from.language();
      country = from.country();
    }

    public Builder health(FeedHealth health) {
      this.health = health;
      return this;
    }

    public Builder healthSince(@Nullable Instant healthSince) {
      this.healthSince = healthSince;
      return this;
    }

    public Builder place(@Nullable URI place) {
      this.place = place;
      return this;
    }

    public Builder validators(@Nullable String etag, @Nullable String lastModified) {
      this.etag = etag;
      this.lastModified = lastModified;
      return this;
    }

    public Builder bodyHash(@Nullable String bodyHash) {
      this.bodyHash = bodyHash;
      return this;
    }

    public Builder encoding(@Nullable String encoding) {
      this.encoding = encoding;
      return this;
    }

    public Builder polledAt(@Nullable Instant polledAt) {
      this.polledAt = polledAt;
      return this;
    }

    public Builder changedAt(@Nullable Instant changedAt) {
      this.changedAt = changedAt;
      return this;
    }

    public Builder nextPollAt(@Nullable Instant nextPollAt) {
      this.nextPollAt = nextPollAt;
      return this;
    }

    public Builder heldUntil(@Nullable Instant heldUntil) {
      this.heldUntil = heldUntil;
      return this;
    }

    public Builder failures(int failures, @Nullable String error) {
      this.failures = failures;
      this.error = error;
      return this;
    }

    public Builder learntInterval(@Nullable Duration learntInterval) {
      this.learntInterval = learntInterval;
      return this;
    }

    public Builder rhythm(@Nullable FeedRhythm rhythm) {
      this.rhythm = rhythm;
      return this;
    }

    public Builder wishes(@Nullable FeedWishes wishes) {
      this.wishes = wishes;
      return this;
    }

    public Builder newestAt(@Nullable Instant newestAt) {
      this.newestAt = newestAt;
      return this;
    }

    public Builder norm(@Nullable Duration norm) {
      this.norm = norm;
      return this;
    }

    public Builder move(@Nullable Move move) {
      this.move = move;
      return this;
    }

    public Builder subscription(@Nullable Subscription subscription) {
      this.subscription = subscription;
      return this;
    }

    public Builder seen(List<Seen> seen) {
      this.seen = seen;
      return this;
    }

    /** Whose feed it is, in which language, and where it is at home. */
    public Builder whose(@Nullable String outlet, @Nullable Language language, @Nullable String country) {
      this.outlet = outlet;
      this.language = language;
      this.country = country;
      return this;
    }

    public FeedState build() {
      return new FeedState(
          feedId, health, healthSince, place, etag, lastModified, bodyHash, encoding, polledAt, changedAt, nextPollAt,
          heldUntil, failures, error, learntInterval, rhythm, wishes, newestAt, norm, move, subscription, seen, outlet, language,
          country);
    }
  }
}
