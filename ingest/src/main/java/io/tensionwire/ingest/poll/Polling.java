package io.tensionwire.ingest.poll;

import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import java.util.List;
import java.util.random.RandomGenerator;

/** What all pollers of a process share. */
record Polling(
    FeedAsker asker, PollRhythm rhythm, Outage outage, FeedBoard board, CountryWatch countries, PollMeters meters,
    RandomGenerator random) {

  /** Takes note of a poll for all who watch. */
  void polled(Feed feed, FeedState before, PollAnswer answer, EntryRound round, FeedState after) {
    meters.polled(answer);
    if (before.rhythm() != null && after.polledAt() != null) {
      meters.told(round.news(), after.polledAt());
    }
    board.put(after);
    countries.note(feed, after.health());
    FeedLog.say(before, after);
  }

  /** The state with the words that tell whose it is to those who read states alone. */
  FeedState signed(Feed feed, FeedState state) {
    return state.toBuilder().whose(feed.outlet(), feed.language(), countries.of(feed)).build();
  }

  /** The feed is not polled here any longer. */
  void left(String feedId) {
    board.remove(feedId);
    countries.remove(feedId);
  }

  /** The feeds are not polled here any longer. */
  void left(List<String> feedIds) {
    feedIds.forEach(this::left);
  }
}
