package io.tensionwire.processor;

import io.tensionwire.detection.story.Follow;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.NearCopies;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * All that is remembered of a watch, in one task: each detection joins its story, and what changed is told.
 *
 * <p>Both stores live in memory and on their changelogs, for as long as a story is remembered. The index of
 * near-copies is made of them whenever the task starts, so it is always what the stores say.
 */
final class FollowTheWatch implements Processor<String, Detection, String, Outcome> {

  static final String FOLLOWED_ARTICLES = "followed-articles";
  static final String STORIES = "stories";

  private static final Duration CLEANING = Duration.ofHours(12);

  private final Duration retention;
  private final Duration copyWindow;
  private final Counts counts;
  private ProcessorContext<String, Outcome> context;
  private KeyValueStore<String, FollowedArticle> articles;
  private KeyValueStore<String, StoryState> stories;
  private NearCopies copies;

  @SuppressWarnings("NullAway.Init") // context and stores come with init
  private FollowTheWatch(Duration retention, Duration copyWindow, Counts counts) {
    this.retention = retention;
    this.copyWindow = copyWindow;
    this.counts = counts;
  }

  static ProcessorSupplier<String, Detection, String, Outcome> supplier(
      Duration retention, Duration copyWindow, Counts counts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Detection, String, Outcome> get() {
        return new FollowTheWatch(retention, copyWindow, counts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(store(FOLLOWED_ARTICLES, FollowedArticle.class), store(STORIES, StoryState.class));
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
    articles = context.getStateStore(FOLLOWED_ARTICLES);
    stories = context.getStateStore(STORIES);
    copies = new NearCopies(copyWindow); // a task that starts again must forget what its aborted transaction added
    try (KeyValueIterator<String, FollowedArticle> all = articles.all()) {
      all.forEachRemaining(entry -> copies.remember(entry.value));
    }
    context.schedule(CLEANING, PunctuationType.STREAM_TIME, this::forgetBefore);
  }

  @Override
  public void process(Record<String, Detection> record) {
    Detection detection = Objects.requireNonNull(record.value(), "a detection without a value");
    FollowedArticle known = articles.get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    if (known != null && detection.revision() <= known.revision()) {
      counts.repeated(detection.watchId());
      return;
    }
    FollowedArticle near = known == null ? copies.nearest(detection) : known;
    StoryState story = near == null ? null : stories.get(StoryState.key(detection.watchId(), near.storyId()));
    Instant raisedAt = Instant.ofEpochMilli(record.timestamp());
    Follow followed = known == null
        ? Follow.first(detection, story, raisedAt)
        : Follow.revision(detection, known, story, raisedAt);
    remember(followed);
    tell(record, followed);
  }

  private void remember(Follow followed) {
    stories.put(followed.state().key(), followed.state()); // first: this one may be refused for its size
    articles.put(followed.article().key(), followed.article());
    copies.remember(followed.article());
  }

  private void tell(Record<String, Detection> cause, Follow followed) {
    Story story = followed.story();
    if (story != null) {
      context.forward(cause.withValue(new Outcome.Followed(story)));
    }
    Alert alert = followed.alert();
    if (alert != null) {
      counts.raised(alert);
      context.forward(cause.withValue(new Outcome.Raised(alert)));
    }
  }

  /** Streams' own time, so that a replay forgets where the first run did. */
  private void forgetBefore(long now) {
    Instant limit = Instant.ofEpochMilli(now).minus(retention);
    try (KeyValueIterator<String, FollowedArticle> all = articles.all()) {
      while (all.hasNext()) {
        KeyValue<String, FollowedArticle> entry = all.next();
        if (entry.value.seenAt().isBefore(limit)) {
          articles.delete(entry.key);
          copies.forget(entry.value);
        }
      }
    }
    try (KeyValueIterator<String, StoryState> all = stories.all()) {
      while (all.hasNext()) {
        KeyValue<String, StoryState> entry = all.next();
        if (entry.value.lastSeenAt().isBefore(limit)) {
          stories.delete(entry.key);
        }
      }
    }
  }
}
