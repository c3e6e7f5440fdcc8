package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Topic;
import io.tensionwire.processor.DeadLetters.Place;
import java.time.Clock;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStoreWithHeaders;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands detections on in the order of their times. Live ones pass at once. Those of a backlog come partition by
 * partition of {@code news.articles}, in another order in each run, and which story an article joins depends on which
 * others came before: they are held until the rest of the backlog has had its time to come ({@link CatchingUp}), and
 * whatever comes in the meantime waits with them.
 *
 * <p>What is held is on a changelog, with time and headers, and commits with the offset that it was read at: a task that
 * begins again holds the same.
 */
final class InOrderOfTime implements Processor<String, Detection, String, Detection> {

  private static final Logger log = LoggerFactory.getLogger(InOrderOfTime.class);

  static final String HELD_DETECTIONS = "held-detections";

  /** About 50 MB of detections; beyond that the earliest goes on though an earlier one may come. */
  static final int MOST_HELD = 10_000;
  /** A transaction must be done within ten seconds, and a thread that has just begun is slow. */
  static final int MOST_AT_ONCE = 500;
  /** How often the clock is asked, while something is held. */
  static final Duration BEAT = Duration.ofMillis(100);

  /** Where the detection stood on its topic; stands on what is held alone. */
  private static final String OFFSET = "held-offset";

  private final Topic<Detection> detections;
  private final Clock clock;
  private final Counts counts;
  private final NavigableSet<String> turns = new TreeSet<>();
  private ProcessorContext<String, Detection> context;
  private TimestampedKeyValueStoreWithHeaders<String, Detection> held;
  private CatchingUp catchingUp;
  private @Nullable Cancellable beat;
  private int handedOn;

  /** One that was held, on its way; who fails at it can tell where it stood. */
  static final class HandedOn extends Record<String, Detection> {
    private final Place place;

    HandedOn(Detection detection, long time, Headers headers, Place place) {
      super(detection.watchId(), detection, time, headers);
      this.place = place;
    }

    Place place() {
      return place;
    }
  }

  @SuppressWarnings("NullAway.Init") // context, store and what is caught up with come with init
  private InOrderOfTime(Topic<Detection> detections, Clock clock, Counts counts) {
    this.detections = detections;
    this.clock = clock;
    this.counts = counts;
  }

  static ProcessorSupplier<String, Detection, String, Detection> supplier(
      Topic<Detection> detections, Clock clock, Counts counts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Detection, String, Detection> get() {
        return new InOrderOfTime(detections, clock, counts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.timestampedKeyValueStoreWithHeadersBuilder(
            Stores.inMemoryKeyValueStore(HELD_DETECTIONS), Serdes.String(),
            Fitting.serde(Json.serde(Detection.class))));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Detection> context) {
    this.context = context;
    held = context.getStateStore(HELD_DETECTIONS);
    catchingUp = new CatchingUp(clock.instant());
    rest();
    turns.clear();
    try (KeyValueIterator<String, ValueTimestampHeaders<Detection>> all = held.all()) {
      all.forEachRemaining(entry -> {
        catchingUp.heldBefore(entry.value.timestamp());
        wait(entry.key);
      });
    }
    count();
  }

  @Override
  public void process(Record<String, Detection> record) {
    Detection detection = Objects.requireNonNull(record.value(), "a detection without a value");
    if (turns.isEmpty() && !CatchingUp.isLate(record.timestamp(), clock.instant())) {
      context.forward(record);
      return;
    }
    String turn = turn(detection, record.timestamp());
    if (held.putIfAbsent(turn, ValueTimestampHeaders.make(detection, record.timestamp(), kept(record))) != null) {
      counts.repeated(detection.watchId());
      return;
    }
    catchingUp.holds(record.timestamp(), clock.instant());
    wait(turn);
    if (turns.size() > MOST_HELD) {
      handOn(turns.first());
    }
    count();
  }

  private void wait(String turn) {
    turns.add(turn);
    if (beat == null) {
      handedOn = 0;
      beat = context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> handOn());
    }
  }

  private void handOn() {
    long latest = catchingUp.goesOn(clock.instant());
    for (int i = 0; i < MOST_AT_ONCE && !turns.isEmpty() && time(turns.first()) <= latest; i++) {
      handOn(turns.first());
    }
    count();
    if (turns.isEmpty()) {
      catchingUp.caughtUp();
      rest();
      log.atInfo().addKeyValue("detections", handedOn).addKeyValue("partition", context.taskId().partition())
          .log("caught up: followed in the order of their times");
    }
  }

  private void handOn(String turn) {
    turns.remove(turn);
    ValueTimestampHeaders<Detection> next = held.delete(turn);
    Headers headers = new RecordHeaders(next.headers());
    long offset = Long.parseLong(new String(headers.lastHeader(OFFSET).value(), UTF_8));
    headers.remove(OFFSET);
    handedOn++;
    var place = new Place(detections.name(), context.taskId().partition(), offset);
    context.forward(new HandedOn(next.value(), next.timestamp(), headers, place));
  }

  /** A beat that nobody needs would commit a transaction each time. */
  private void rest() {
    if (beat != null) {
      beat.cancel();
      beat = null;
    }
  }

  private void count() {
    counts.held(context.taskId().partition(), turns.size());
  }

  @Override
  public void close() {
    counts.held(context.taskId().partition(), 0);
  }

  private Headers kept(Record<String, Detection> record) {
    long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
    return new RecordHeaders(record.headers()).add(OFFSET, Long.toString(offset).getBytes(UTF_8));
  }

  /** In the order of these is the order of time, and of those of one moment the same in every run. */
  private static String turn(Detection detection, long time) {
    return "%019d/%s/%010d/%s".formatted(time, detection.articleId(), detection.revision(), detection.watchId());
  }

  private static long time(String turn) {
    return Long.parseLong(turn.substring(0, turn.indexOf('/')));
  }
}
