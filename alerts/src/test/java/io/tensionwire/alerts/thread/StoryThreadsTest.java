package io.tensionwire.alerts.thread;

import static io.tensionwire.alerts.AlertBuilder.RAISED_AT;
import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Silence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryThreadsTest {

  private static final Clock CLOCK = Clock.fixed(RAISED_AT, ZoneOffset.UTC);

  private static final Function<Alert, Message> WORDS = alert -> Message.of(alert, ZoneOffset.UTC);

  private static final Function<Alert, @Nullable String> NOBODY = alert -> null;

  private final Map<Long, Alert> topic = new HashMap<>();
  private final StoryThreads threads = new StoryThreads(topic::get, CLOCK);

  @Test
  void aStoryThatNobodyWasToldOfHasNoThread() {
    assertThat(threads.of("desk", story("a1").build(), 1, WORDS, NOBODY)).isNull();
    assertThat(threads.knows("desk", story("a1").build())).isFalse();
  }

  @Test
  void theRootKeepsItsFirstWordsAndTakesTheNewestCounts() {
    told(1, story("a1").headline("first words").counts(1, 1).build(), "100.1");
    told(2, story("a2").kind(AlertKind.UPDATED).headline("others").counts(2, 2).build(), "100.1");

    StoryThread thread = thread(3, story("a3").kind(AlertKind.CORROBORATED).severity(Severity.CRITICAL).headline("more").counts(7, 3).build());

    assertThat(thread.id()).isEqualTo("100.1");
    assertThat(thread.first().headline()).isEqualTo("first words");
    assertThat(thread.now().headline()).isEqualTo("first words");
    assertThat(thread.now().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(thread.now().counts()).contains("7 articles");
    assertThat(thread.alerts()).containsExactly("a1", "a3");
  }

  @Test
  void correctedWordsStay() {
    told(1, story("a1").headline("first words").build(), "100.1");
    told(2, story("a2").kind(AlertKind.CORRECTED).headline("corrected words").build(), "100.1");

    StoryThread thread = thread(3, story("a3").kind(AlertKind.UPDATED).headline("others").build());

    assertThat(thread.now().headline()).isEqualTo("corrected words");
    assertThat(thread.first().headline()).isEqualTo("first words");
  }

  @Test
  void anOlderAlertThatComesLaterChangesNothing() {
    told(5, story("a5").kind(AlertKind.ESCALATED).severity(Severity.CRITICAL).build(), "100.1");

    StoryThread thread = thread(4, story("a4").severity(Severity.ELEVATED).build());

    assertThat(thread.now().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aThreadThatMovedIsWhereItWasToldLast() {
    told(1, story("a1").build(), "100.1");
    told(2, story("a2").kind(AlertKind.UPDATED).build(), "200.1");

    assertThat(thread(3, story("a3").build()).id()).isEqualTo("200.1");
  }

  @Test
  void receiversHaveThreadsOfTheirOwn() {
    told(1, story("a1").build(), "100.1");

    assertThat(threads.of("night", story("a2").build(), 2, WORDS, NOBODY)).isNull();
  }

  @Test
  void newsOfItsOwnIsInNoThread() {
    told(1, story("a1").kind(AlertKind.POSITION).build(), "100.1");
    told(2, story("a2").build(), "100.2");

    assertThat(thread(3, story("a3").build()).id()).isEqualTo("100.2");
    assertThat(threads.of("desk", story("p2").kind(AlertKind.POSITION).build(), 3, WORDS, NOBODY)).isNull();
  }

  @Test
  void whatIsPendingInTheLedgerMayHaveBeenTold() {
    threads.note(delivery(1, story("a1").build(), DeliveryState.PENDING, null, RAISED_AT));
    assertThat(threads.mayHaveBegun("desk", story("a2").build())).isTrue();

    threads.note(delivery(1, story("a1").build(), DeliveryState.FAILED, null, RAISED_AT));
    assertThat(threads.mayHaveBegun("desk", story("a2").build())).isFalse();
  }

  @Test
  void whatIsOlderThanThirtyDaysIsForgotten() {
    threads.note(delivery(
        1, story("a1").build(), DeliveryState.DELIVERED, "100.1", RAISED_AT.minus(StoryThreads.KEPT).minusSeconds(1)));

    assertThat(threads.knows("desk", story("a2").build())).isFalse();
  }

  @Test
  void marksComeInTheirOrderAndEachOnce() {
    told(1, story("a1").build(), "100.1");
    threads.note(new Silence(
        Mark.storySilence("s1"), List.of("story = s1"), RAISED_AT, RAISED_AT.plus(Duration.ofDays(1)), "day (U2)", ""));
    threads.note(new Feedback("a1", "night (U1)", "acknowledged", List.of(), null, RAISED_AT.minusSeconds(60)));
    threads.note(new Feedback("a2", "night (U1)", "acknowledged", List.of(), null, RAISED_AT.minusSeconds(60)));
    threads.note(new Feedback("other", "x (U9)", "acknowledged", List.of(), null, RAISED_AT));
    threads.note(new Silence("by-hand", List.of("story = s1"), RAISED_AT, RAISED_AT, "cli", ""));

    assertThat(thread(2, story("a2").build()).marks())
        .containsExactly("Acknowledged by @night 18:04 KST", "Story muted by @day 18:05 KST");
  }

  @Test
  void aStoryWhoseFirstAlertIsGoneIsToldInTheWordsThatThereAre() {
    told(1, story("a1").headline("first words").build(), "100.1");
    topic.clear();

    assertThat(thread(2, story("a2").headline("new words").build()).now().headline()).isEqualTo("new words");
  }

  @Test
  void aClosedStorySaysSo() {
    told(1, story("a1").build(), "100.1");

    StoryThread thread = thread(2, story("a2").kind(AlertKind.CLOSED).change(null, null, "nothing new for 72 h").build());

    assertThat(thread.now().label()).startsWith("CLOSED");
    assertThat(thread.now().change()).containsExactly("nothing new for 72 h");
  }

  private static AlertBuilder story(String id) {
    return alert().id(id).story("s1");
  }

  private void told(long offset, Alert alert, String root) {
    topic.put(offset, alert);
    threads.note(delivery(offset, alert, DeliveryState.DELIVERED, root, RAISED_AT));
  }

  private StoryThread thread(long offset, Alert alert) {
    return Objects.requireNonNull(threads.of("desk", alert, offset, WORDS, NOBODY));
  }

  private static Delivery delivery(
      long offset, Alert alert, DeliveryState state, @Nullable String root, Instant at) {
    return new Delivery(
        alert.id(), "desk", alert.storyId(), alert.watchId(), alert.kind(), state, null, 1, null, root, root, offset, at);
  }
}
