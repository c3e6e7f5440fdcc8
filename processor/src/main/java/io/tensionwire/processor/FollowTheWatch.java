package io.tensionwire.processor;

import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Following;
import io.tensionwire.detection.follow.Memory;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.detection.position.PositionState;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.tension.StoryShare;
import io.tensionwire.detection.tension.TensionDay;
import io.tensionwire.detection.tension.TensionWindow;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a watch, in one task. {@link Following} decides; here it is given its stores, which live in
 * memory and on their changelogs. A task that starts again gets a new one, which forgets what an aborted transaction
 * had added.
 */
final class FollowTheWatch implements Processor<String, Detection, String, Outcome> {

  static final String FOLLOWED_ARTICLES = "followed-articles";
  static final String STORIES = "stories";
  static final String TENSION_DAYS = "tension-days";
  static final String TENSION_STORIES = "tension-stories";
  static final String TENSION_WINDOWS = "tension-windows";
  static final String POSITIONS = "positions";

  /** How often the clock is asked whether nothing has come. */
  static final Duration QUIET = Duration.ofMinutes(1);

  private final FollowSettings settings;
  private final Watches watches;
  private final Clock clock;
  private final Counts counts;
  private final UntoldTally untold = new UntoldTally();
  private Passing passing = new Passing();
  private Instant latest = Instant.EPOCH;
  private boolean quiet;
  private ProcessorContext<String, Outcome> context;
  private ReadOnlyKeyValueStore<?, ?> held;
  private Following following;

  @SuppressWarnings("NullAway.Init") // they come with init
  private FollowTheWatch(FollowSettings settings, Watches watches, Clock clock, Counts counts) {
    this.settings = settings;
    this.watches = watches;
    this.clock = clock;
    this.counts = counts;
  }

  static ProcessorSupplier<String, Detection, String, Outcome> supplier(
      FollowSettings settings, Watches watches, Clock clock, Counts counts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Detection, String, Outcome> get() {
        return new FollowTheWatch(settings, watches, clock, counts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        // In this order in each run: the topology is described in it.
        return new LinkedHashSet<>(List.of(
            store(FOLLOWED_ARTICLES, FollowedArticle.class), store(STORIES, StoryState.class),
            store(TENSION_DAYS, TensionDay.class), store(TENSION_STORIES, StoryShare.class),
            store(TENSION_WINDOWS, TensionWindow.class), store(POSITIONS, PositionState.class)));
      }
    };
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
    return Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore(name), Serdes.String(), Fitting.serde(Json.serde(type)));
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    var memory = new Memory(
        shelf(FOLLOWED_ARTICLES), shelf(STORIES), shelf(TENSION_DAYS), shelf(TENSION_STORIES), shelf(TENSION_WINDOWS),
        shelf(POSITIONS));
    held = context.getStateStore(InOrderOfTime.HELD_DETECTIONS);
    passing = new Passing();
    latest = Instant.EPOCH;
    quiet = false;
    following = new Following(memory, settings, this::rules);
    context.schedule(QUIET, PunctuationType.WALL_CLOCK_TIME, now -> passQuietly());
  }

  private <V> Shelf<V> shelf(String store) {
    return new StoreShelf<>(context.getStateStore(store));
  }

  private @Nullable WatchRules rules(String watchId) {
    Watching watch = watches.get(watchId);
    return watch == null ? null : watch.rules();
  }

  @Override
  public void process(Record<String, Detection> record) {
    quiet = false;
    Detection detection = record.value();
    Instant time = Instant.ofEpochMilli(record.timestamp());
    latest = time.isAfter(latest) ? time : latest; // not Streams' own, which runs ahead with what is still held
    pass(latest);
    if (following.knows(detection)) {
      counts.repeated(detection.watchId());
      return;
    }
    tell(record, following.follow(detection, time));
  }

  /**
   * While records come, time is theirs: a replay then closes and forgets where the first run did, and what is read late
   * is not taken for quiet. Only when nothing has come from one punctuation to the next, and nothing waits for its turn,
   * is it the clock's.
   */
  private void passQuietly() {
    if (quiet && held.approximateNumEntries() == 0) {
      pass(clock.instant());
    }
    quiet = true;
    untold.say();
  }

  private void pass(Instant now) {
    passing.tick(now).ifPresent(tick ->
        tell(new Record<>("time", tick, tick.toEpochMilli()), following.tick(tick)));
    passing.cleaning(now).ifPresent(following::forget);
  }

  private void tell(Record<String, ?> cause, List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Raised(Alert alert)) {
        counts.raised(alert);
      } else if (outcome instanceof Outcome.Recorded recorded) {
        counts.untold(recorded.why());
        untold.add(recorded);
      }
      context.forward(cause.withValue(outcome));
    }
  }
}
