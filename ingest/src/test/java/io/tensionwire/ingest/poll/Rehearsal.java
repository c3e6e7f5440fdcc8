package io.tensionwire.ingest.poll;

import static java.util.Objects.requireNonNull;

import io.tensionwire.ingest.config.PollBounds;
import io.tensionwire.ingest.feed.FeedEntry;
import io.tensionwire.ingest.feed.FeedHints;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A feed that is polled in virtual time: what it publishes is given, no web and no thread is needed. */
final class Rehearsal {

  static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
  private static final int SHOWN = 30;

  final List<Instant> polls = new ArrayList<>();
  /** For each entry how late it was found, as a part of the interval that was promised. */
  final List<Double> lateness = new ArrayList<>();
  final List<Duration> delays = new ArrayList<>();
  Feed feed = Feed.builder("site.example/all", URI.create("https://site.example/rss")).build();
  FeedHints hints = FeedHints.NONE;
  AnswerHead head = AnswerHead.NONE;
  boolean dated = true;
  FeedState state = FeedState.unknown("site.example/all");
  Instant now = START;
  private final Random random = new Random(7);
  private final PollRhythm rhythm;
  private final TreeSet<Instant> published = new TreeSet<>();

  Rehearsal() {
    this(PollBounds.USUAL);
  }

  Rehearsal(PollBounds bounds) {
    this.rhythm = new PollRhythm(bounds);
  }

  /** Publishes at these moments. */
  Rehearsal publishing(List<Instant> moments) {
    published.addAll(moments);
    return this;
  }

  /** Publishes by chance, so often in an hour. */
  Rehearsal publishing(Instant from, Instant to, Function<Instant, Double> rate) {
    var chance = new Random(11);
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(1)) {
      if (chance.nextDouble() < rate.apply(at) / 3600) {
        published.add(at);
      }
    }
    return this;
  }

  /** Polls as often as the state says. */
  Rehearsal runUntil(Instant end) {
    while (!now.isAfter(end)) {
      poll();
      now = next();
    }
    now = end;
    return this;
  }

  /** When the next poll is due. */
  Instant next() {
    return requireNonNull(state.nextPollAt());
  }

  Duration learnt() {
    return requireNonNull(state.learntInterval());
  }

  private void poll() {
    Instant before = polls.isEmpty() ? null : polls.getLast();
    Duration promised = state.learntInterval();
    List<Instant> news = new ArrayList<>(
        before == null ? published.headSet(now, true) : published.subSet(before, false, now, true));
    for (Instant date : news) {
      if (before != null && promised != null) {
        delays.add(Duration.between(date, now));
        lateness.add(Duration.between(date, now).toMillis() / (double) promised.toMillis());
      }
    }
    if (before == null && news.size() > SHOWN) {
      news = news.subList(news.size() - SHOWN, news.size());
    }
    polls.add(now);
    if (!news.isEmpty() || before == null) {
      List<Instant> dates = dated ? news : news.stream().map(date -> now).toList();
      answer(read(news), new EntryRound(Set.of(), dates, before != null));
    } else {
      answer(new PollAnswer.Unchanged(head, null), EntryRound.NONE);
    }
  }

  /** Takes an answer as of now. */
  FeedState answer(PollAnswer answer, EntryRound round) {
    state = new NextState(feed, rhythm, random).after(state, answer, round, now);
    return state;
  }

  PollAnswer.Read read(List<Instant> dates) {
    List<FeedEntry> entries = dates.stream().map(date -> entry(dated ? date : null)).toList();
    return read(entries, "UTF-8", null);
  }

  PollAnswer.Read read(List<FeedEntry> entries, String encoding, @Nullable URI movedTo) {
    var parsed = new ParsedFeed("rss20", encoding, "en", "", "", "", "", "", null, entries, hints);
    return new PollAnswer.Read(parsed, head, "hash", movedTo, true);
  }

  static FeedEntry entry(@Nullable Instant published) {
    return new FeedEntry("id", "title", "https://site.example/a", "", "", published, null, List.of(), List.of());
  }

  double medianLateness() {
    return lateness.stream().sorted().skip(lateness.size() / 2).findFirst().orElseThrow();
  }

  Duration medianDelay() {
    return delays.stream().sorted().skip(delays.size() / 2).findFirst().orElseThrow();
  }

  List<Duration> pauses() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 1; i < polls.size(); i++) {
      pauses.add(Duration.between(polls.get(i - 1), polls.get(i)));
    }
    return pauses;
  }

  Duration longestPause(Instant from, Instant to) {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 1; i < polls.size(); i++) {
      if (!polls.get(i - 1).isBefore(from) && polls.get(i).isBefore(to)) {
        pauses.add(Duration.between(polls.get(i - 1), polls.get(i)));
      }
    }
    return pauses.stream().max(Comparator.naturalOrder()).orElseThrow();
  }
}
