package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.model.Watch;
import io.tensionwire.processor.WatchFiles.WatchFile;
import io.tensionwire.service.Health;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in force of what the topic says, record by record. */
class WatchDeskTest {

  private static final Topic<Watch> TOPIC = Topics.withPrefix(Topics.DEFAULT_PREFIX).watches();
  private static final Watch FIRST = Islands.watch("lodged a protest");
  private static final Watch SECOND = Islands.watch("were expelled");
  private static final Watch BROKEN = Islands.watch("(were|was expelled");

  private final Watches watches = new Watches(List.of());
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Health health = new Health();
  private WatchDesk desk;
  private long offset;

  @BeforeEach
  void open() {
    health.check("processor").ready();
    desk = desk(new WatchFiles(List.of()));
  }

  @Test
  void aPushedWatchIsInForceAndReplacesTheOneBefore() {
    desk.hear(record(FIRST));
    assertThat(versions()).containsExactly(FIRST.version());

    desk.hear(record(SECOND));

    assertThat(versions()).containsExactly(SECOND.version());
    assertThat(gauge(SECOND)).isEqualTo(1);
    assertThat(meters.find("tensionwire.processor.watches").gauges()).hasSize(1);
  }

  @Test
  void aBrokenWatchKeepsTheLastGoodOneAndIsSeen() {
    desk.hear(record(FIRST));

    desk.hear(record(BROKEN));

    assertThat(versions()).containsExactly(FIRST.version());
    assertThat(health.ready()).isTrue();
    assertThat(health.states().get("processor"))
        .startsWith("ready; but watch islands: version " + BROKEN.version() + " is refused, in force is "
            + FIRST.version() + ": islands.yaml:")
        .contains("lacks a bracket");
    assertThat(errors()).isEqualTo(1);
  }

  @Test
  void whatIsMendedIsNoLongerNoted() {
    desk.hear(record(BROKEN));

    desk.hear(record(SECOND));

    assertThat(versions()).containsExactly(SECOND.version());
    assertThat(health.states()).containsEntry("processor", "ready");
  }

  @Test
  void theSameMistakeIsCountedOnce() {
    desk.hear(record(BROKEN));

    desk.hear(record(BROKEN));

    assertThat(errors()).isEqualTo(1);
  }

  @Test
  void whatIsNoWatchAtAllKeepsTheLastGoodOne() {
    desk.hear(record(FIRST));

    desk.hear(bytes("islands", "{?".getBytes(UTF_8)));

    assertThat(versions()).containsExactly(FIRST.version());
    assertThat(health.states().get("processor")).contains("version at offset 1 is refused").contains("not Watch in JSON");
  }

  @Test
  void aWatchUnderTheKeyOfAnotherIsRefused() {
    desk.hear(record(FIRST));

    desk.hear(bytes("islands", TOPIC.values().serializer().serialize(TOPIC.name(), Islands.watch("other", "sank"))));
    desk.hear(record(new Watch("reefs", "", FIRST.source(), FIRST.pushedAt(), "")));

    assertThat(versions()).containsExactly(FIRST.version());
    assertThat(health.states().get("processor"))
        .contains("the record's key is islands, its watch other")
        .contains("has the id islands, but was pushed as reefs");
  }

  @Test
  void aTombstoneTakesAWatchAway() {
    desk.hear(record(FIRST));

    desk.hear(bytes("islands", null));

    assertThat(versions()).isEmpty();
    assertThat(meters.find("tensionwire.processor.watches").gauges()).isEmpty();
  }

  @Test
  void ofWhatStandsOnTheTopicTheNewestGoodVersionCounts() {
    desk.standing(List.of(record(FIRST), record(SECOND), record(BROKEN)));

    assertThat(versions()).containsExactly(SECOND.version());
    assertThat(health.states().get("processor")).contains(BROKEN.version() + " is refused");
  }

  @Test
  void whatWasBeforeATombstoneStaysAway() {
    desk.standing(List.of(record(FIRST), bytes("islands", null), record(BROKEN)));

    assertThat(versions()).isEmpty();
  }

  @Test
  void whereNothingGoodIsLeftTheFileStandsIn() {
    desk = desk(files(FIRST));

    desk.standing(List.of(record(BROKEN)));

    assertThat(versions()).containsExactly(FIRST.version());
    assertThat(health.states().get("processor")).contains(BROKEN.version() + " is refused");
  }

  @Test
  void theTopicRulesOverTheFile() {
    desk = desk(files(FIRST));

    desk.standing(List.of(record(SECOND)));

    assertThat(versions()).containsExactly(SECOND.version());
  }

  @Test
  void whatStandsIsReadAgainAfterALossWithoutGoingBack() {
    desk.hear(record(SECOND));

    desk.standing(List.of(record(FIRST), record(BROKEN)));

    assertThat(versions()).containsExactly(SECOND.version());
  }

  @Test
  void watchesOfSeveralPairsAreInForceSideBySide() {
    desk.standing(List.of(record(FIRST), record(BROKEN), record(Islands.watch("reefs", "sank"))));

    assertThat(watches.ids()).containsExactly("islands", "reefs");
  }

  private WatchDesk desk(WatchFiles files) {
    return new WatchDesk(TOPIC, files, watches, new Counts(meters), health.check("processor"));
  }

  private static WatchFiles files(Watch watch) {
    return new WatchFiles(List.of(new WatchFile(Path.of("islands.yaml"), watch, Watching.of(watch))));
  }

  private List<String> versions() {
    return watches.inForce().stream().map(Watching::version).toList();
  }

  private double gauge(Watch watch) {
    return meters.get("tensionwire.processor.watches").tags("watch", watch.id(), "version", watch.version()).gauge()
        .value();
  }

  private double errors() {
    return meters.get("tensionwire.processor.watch.errors").tags("watch", "islands").counter().count();
  }

  private ConsumerRecord<String, byte[]> record(Watch watch) {
    return bytes(watch.id(), TOPIC.values().serializer().serialize(TOPIC.name(), watch));
  }

  private ConsumerRecord<String, byte[]> bytes(String key, byte @Nullable [] value) {
    return new ConsumerRecord<>(TOPIC.name(), 0, offset++, key, value);
  }
}
