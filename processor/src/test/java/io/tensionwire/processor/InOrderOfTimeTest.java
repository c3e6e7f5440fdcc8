package io.tensionwire.processor;

import static io.tensionwire.processor.SampleArticles.NOON;
import static io.tensionwire.processor.SampleArticles.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InOrderOfTimeTest {

  private static final int PARTITION = 2;

  @TempDir Path stateDir;
  private final HeldInATree held = new HeldInATree();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TestClock clock = new TestClock(NOON);
  private final Counts counts = new Counts(meters);
  private MockProcessorContext<String, Detection> context;
  private Processor<String, Detection, String, Detection> step;
  private int offset;

  /** A task begins, with what the store holds. */
  @BeforeEach
  void begin() {
    context = new MockProcessorContext<>(new Properties(), new TaskId(1, PARTITION), stateDir.toFile());
    context.addStateStore(held);
    step = InOrderOfTime.supplier(Topics.withPrefix("news.").detections(), clock, counts).get();
    step.init(context);
  }

  @Test
  void liveOnesPassAtOnceInWhateverOrder() {
    clock.pass(Duration.ofSeconds(10));

    read(NOON.plusSeconds(9), "b");
    read(NOON.plusSeconds(8), "a");

    assertThat(handedOn()).containsExactly("b", "a");
    assertThat(context.scheduledPunctuators()).isEmpty();
    assertThat(held.approximateNumEntries()).isZero();
  }

  @Test
  void aBacklogIsHandedOnInTheOrderOfTime() {
    List<Integer> minutes = new ArrayList<>(IntStream.range(1, 200).boxed().toList());
    Collections.shuffle(minutes, new Random(5));

    minutes.forEach(minute -> read(NOON.minus(Duration.ofMinutes(minute)), "m" + minute));
    assertThat(handedOn()).isEmpty();
    pass(CatchingUp.PAUSE);

    assertThat(handedOn())
        .containsExactlyElementsOf(IntStream.range(1, 200).mapToObj(i -> "m" + (200 - i)).toList());
    assertThat(held.approximateNumEntries()).isZero();
  }

  @Test
  void thoseOfOneMomentAreHandedOnInTheSameOrderWhicheverCameFirst() {
    Instant moment = NOON.minusSeconds(60);
    read(moment, "b");
    read(moment, "a", 10);
    read(moment, "a", 9);

    pass(CatchingUp.PAUSE);

    List<String> byArticle = id("a").compareTo(id("b")) < 0 ? List.of("a9", "a10", "b1") : List.of("b1", "a9", "a10");
    assertThat(forwarded()).extracting(record -> name(record.value()) + record.value().revision())
        .isEqualTo(byArticle);
  }

  @Test
  void aLiveOneThatComesWhileABacklogIsHeldWaitsForIt() {
    read(NOON.minusSeconds(60), "old");
    clock.pass(Duration.ofSeconds(1));
    read(NOON.plusSeconds(1), "live");
    read(NOON.minusSeconds(90), "older");
    assertThat(handedOn()).isEmpty();

    pass(CatchingUp.PAUSE);
    assertThat(handedOn()).containsExactly("older", "old", "live");

    context.resetForwards();
    read(clock.instant(), "next");
    assertThat(handedOn()).containsExactly("next");
  }

  @Test
  void whoeverBeginsAgainHoldsTheSame() {
    read(NOON.minusSeconds(60), "b");
    read(NOON.minusSeconds(90), "a");

    clock.pass(Duration.ofMinutes(1));
    begin();
    pass(CatchingUp.PAUSE);
    read(NOON.minusSeconds(120), "from-elsewhere");
    assertThat(handedOn()).isEmpty();
    pass(CatchingUp.PAUSE);

    assertThat(handedOn()).containsExactly("from-elsewhere", "a", "b");
  }

  @Test
  void noMoreAreHeldThanThereIsRoomFor() {
    for (int i = 0; i <= InOrderOfTime.MOST_HELD; i++) {
      read(NOON.minusSeconds(20_000 - i), "a" + i);
    }

    assertThat(handedOn()).containsExactly("a0");
    assertThat(held.approximateNumEntries()).isEqualTo(InOrderOfTime.MOST_HELD);
    assertThat(heldByMeters()).isEqualTo(InOrderOfTime.MOST_HELD);
  }

  @Test
  void aLongBacklogIsHandedOnInSeveralTransactions() {
    for (int i = 0; i < InOrderOfTime.MOST_AT_ONCE + 1; i++) {
      read(NOON.minusSeconds(20_000 - i), "a" + i);
    }

    pass(CatchingUp.PAUSE);
    assertThat(handedOn()).hasSize(InOrderOfTime.MOST_AT_ONCE);

    pass(InOrderOfTime.BEAT);
    assertThat(handedOn()).hasSize(InOrderOfTime.MOST_AT_ONCE + 1);
  }

  @Test
  void timeAndHeadersAreThoseItCameWith() {
    var headers = new RecordHeaders().add("traceparent", "00-1-2-01".getBytes(UTF_8)).add("binary", new byte[] {-1, 0});
    Instant time = NOON.minusSeconds(60);

    step.process(new Record<>("islands", detection(time, "a", 1), time.toEpochMilli(), headers));
    pass(CatchingUp.PAUSE);

    Record<? extends String, ? extends Detection> record = forwarded().getFirst();
    assertThat(record.key()).isEqualTo("islands");
    assertThat(record.timestamp()).isEqualTo(time.toEpochMilli());
    assertThat(record.headers()).isEqualTo(headers);
    assertThat(record.value()).isEqualTo(detection(time, "a", 1));
  }

  @Test
  void whatWasHeldKnowsWhereItStood() {
    offset = 41;
    read(NOON.minusSeconds(60), "a");
    pass(CatchingUp.PAUSE);

    assertThat(forwarded().getFirst()).isInstanceOfSatisfying(InOrderOfTime.HandedOn.class, record ->
        assertThat(record.place()).isEqualTo(new DeadLetters.Place("news.detections", PARTITION, 42)));
  }

  @Test
  void theFirstOfTwoOfOneRevisionIsTheOneThatCounts() {
    read(NOON.minusSeconds(60), "a");
    read(NOON.minusSeconds(60), "a");
    pass(CatchingUp.PAUSE);

    assertThat(handedOn()).containsExactly("a");
    assertThat(meters.get("tensionwire.processor.detections.repeated").counter().count()).isEqualTo(1);
  }

  @Test
  void theClockIsLeftAloneOnceNothingIsHeld() {
    read(NOON.minusSeconds(60), "a");
    pass(CatchingUp.PAUSE);

    assertThat(context.scheduledPunctuators()).allMatch(CapturedPunctuator::cancelled);
    assertThat(heldByMeters()).isZero();
  }

  private double heldByMeters() {
    return meters.get("tensionwire.processor.detections.held").tag("partition", "" + PARTITION).gauge().value();
  }

  private void read(Instant fetched, String name) {
    read(fetched, name, 1);
  }

  private void read(Instant fetched, String name, int revision) {
    context.setRecordMetadata("news.detections", PARTITION, ++offset);
    step.process(new Record<>("islands", detection(fetched, name, revision), fetched.toEpochMilli()));
  }

  private void pass(Duration time) {
    clock.pass(time);
    for (CapturedPunctuator each : List.copyOf(context.scheduledPunctuators())) {
      if (!each.cancelled()) {
        each.getPunctuator().punctuate(clock.millis());
      }
    }
  }

  private List<Record<? extends String, ? extends Detection>> forwarded() {
    List<Record<? extends String, ? extends Detection>> records = new ArrayList<>();
    for (CapturedForward<? extends String, ? extends Detection> each : context.forwarded()) {
      records.add(each.record());
    }
    return records;
  }

  private List<String> handedOn() {
    return forwarded().stream().map(record -> name(record.value())).toList();
  }

  private static String name(Detection detection) {
    return detection.title().substring("SAMPLE: ".length());
  }

  private static String id(String name) {
    return article(name, "").id();
  }

  private static Detection detection(Instant fetched, String name, int revision) {
    var article = article(name, SampleArticles.PROTEST).toBuilder().revision(revision).fetchedAt(fetched).build();
    return ((Judgement.Named) ScriptedWatch.named("islands").judge().apply(article)).detection();
  }
}
