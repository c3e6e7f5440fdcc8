package io.tensionwire.processor;

import io.tensionwire.detection.coverage.Coverage;
import io.tensionwire.detection.coverage.CoverageSettings;
import io.tensionwire.detection.coverage.FeedReport;
import io.tensionwire.detection.coverage.ToldSilence;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * How all feeds are, in one task, and what each watch is to be told of it. {@link Coverage} decides. Silence is what no
 * record tells, so it goes by the clock.
 */
final class WatchCoverage implements Processor<String, FeedReport, String, Alert> {

  static final String FEED_HEALTH = "feed-health";
  static final String TOLD_SILENCES = "told-silences";

  /** How often the silence is looked at; the first time when the states that there are have been read. */
  static final Duration LOOK = Duration.ofSeconds(30);

  private final Watches watches;
  private final Clock clock;
  private final Counts counts;
  private ProcessorContext<String, Alert> context;
  private Coverage coverage;

  @SuppressWarnings("NullAway.Init") // both come with init
  private WatchCoverage(Watches watches, Clock clock, Counts counts) {
    this.watches = watches;
    this.clock = clock;
    this.counts = counts;
  }

  static ProcessorSupplier<String, FeedReport, String, Alert> supplier(Watches watches, Clock clock, Counts counts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, FeedReport, String, Alert> get() {
        return new WatchCoverage(watches, clock, counts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        // In this order in each run: the topology is described in it.
        return new LinkedHashSet<>(
            List.of(store(FEED_HEALTH, FeedReport.class), store(TOLD_SILENCES, ToldSilence.class)));
      }
    };
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Json.serde(type));
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    this.context = context;
    coverage = new Coverage(
        new StoreShelf<>(context.getStateStore(FEED_HEALTH)), new StoreShelf<>(context.getStateStore(TOLD_SILENCES)));
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, ignored -> look(clock.instant()));
  }

  @Override
  public void process(Record<String, FeedReport> record) {
    coverage.note(Objects.requireNonNull(record.value(), "a report without a value"));
  }

  private static CoverageSettings settings(AlertRules rules) {
    return CoverageSettings.USUAL.told(rules.tells(AlertKind.COVERAGE), rules.from(AlertKind.COVERAGE));
  }

  private void look(Instant now) {
    for (Watching watch : watches.inForce()) {
      AlertRules rules = watch.rules() == null ? AlertRules.USUAL : watch.rules().alerts();
      for (Alert alert : coverage.tell(watch.id(), settings(rules), now)) {
        counts.raised(alert);
        context.forward(new Record<>(alert.subject(), alert, now.toEpochMilli()));
      }
    }
  }
}
