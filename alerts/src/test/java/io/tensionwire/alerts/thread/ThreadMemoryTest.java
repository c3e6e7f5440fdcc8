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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a thread is made of, and when it is forgotten. */
class ThreadMemoryTest {

  private Instant now = RAISED_AT;
  private final InstantSource clock = () -> now;
  private final Map<Long, Alert> topic = new HashMap<>();
  private final StoryThreads threads = new StoryThreads(topic::get, clock.withZone(ZoneOffset.UTC));

  @Test
  void whatIsOfNoStoryIsInNoThread() {
    Alert coverage = alert().id("c1").kind(AlertKind.COVERAGE).build();
    threads.note(delivery(1, coverage, DeliveryState.DELIVERED, "100.1"), false);

    assertThat(threads.knows("desk", coverage)).isFalse();
    assertThat(threads.mayHaveBegun("desk", coverage)).isFalse();
    assertThat(threads.of("desk", coverage, 2, ThreadMemoryTest::words, each -> null)).isNull();
  }

  @Test
  void anAlertOfAKindThatIsNewerThanThisProgramIsOfItsStory() {
    told(1, alert().id("n1").story("s1").kind(null).build(), "100.1");

    assertThat(threads.knows("desk", alert().id("n2").story("s1").kind(null).build())).isTrue();
    assertThat(thread(2, story("a2").build()).alerts()).containsExactly("n1", "a2");
  }

  @Test
  void whatWasToldWithoutANameHasNoThread() {
    threads.note(delivery(1, story("a1").build(), DeliveryState.DELIVERED, null), false);

    assertThat(threads.knows("desk", story("a2").build())).isFalse();
  }

  @Test
  void aCallThatIsKnownToHaveFailedBeginsNothing() {
    threads.note(delivery(1, story("a1").build(), DeliveryState.PENDING, null), false);

    assertThat(threads.mayHaveBegun("desk", story("a2").build())).isFalse();
    assertThat(threads.knows("desk", story("a2").build())).isFalse();
  }

  @Test
  void aLaterFailureDoesNotSayWhatBecameOfTheCallBeforeIt() {
    threads.note(delivery(1, story("a1").build(), DeliveryState.PENDING, null), true);
    threads.note(delivery(1, story("a1").build(), DeliveryState.PENDING, null), false);
    assertThat(threads.mayHaveBegun("desk", story("a2").build())).isTrue();

    threads.note(delivery(1, story("a1").build(), DeliveryState.DELIVERED, "100.1"), false);
    assertThat(threads.mayHaveBegun("desk", story("a2").build())).isFalse();
    assertThat(threads.knows("desk", story("a2").build())).isTrue();
  }

  @Test
  void anAlertThatIsToldTwiceIsInItsThreadOnce() {
    told(1, story("a1").build(), "100.1");
    told(1, story("a1").build(), "100.1");

    assertThat(thread(1, story("a1").build()).alerts()).containsExactly("a1");
  }

  @Test
  void aButtonMeansTheTenNewestAlertsThatWereNews() {
    for (int i = 1; i <= 12; i++) {
      told(i, story("a" + i).kind(AlertKind.CORROBORATED).build(), "100.1");
    }
    told(13, story("u1").kind(AlertKind.UPDATED).build(), "100.1");
    told(14, story("c1").kind(AlertKind.CLOSED).build(), "100.1");

    assertThat(thread(15, story("a15").kind(AlertKind.ESCALATED).build()).alerts())
        .containsExactly("a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a15");
  }

  @Test
  void ofALongThreadTheFirstIsNotForgotten() {
    for (int i = 1; i <= 200; i++) {
      told(i, story("a" + i).headline("words " + i).build(), "100.1");
    }

    StoryThread thread = thread(201, story("a201").severity(Severity.CRITICAL).build());

    assertThat(thread.first().headline()).isEqualTo("words 1");
    assertThat(thread.alerts()).hasSize(10).endsWith("a200", "a201");
  }

  @Test
  void anotherAlertAtTheOffsetOfTheFirstIsNotTakenForIt() {
    told(1, story("a1").headline("first words").build(), "100.1");
    topic.put(1L, story("somebody-elses").headline("others").build());

    assertThat(thread(2, story("a2").headline("new words").build()).first().headline()).isEqualTo("new words");
  }

  @Test
  void whatNobodyWasToldAnythingOfForThirtyDaysIsForgotten() {
    told(1, story("a1").build(), "100.1");
    threads.note(delivery(2, alert().id("b1").story("s2").build(), DeliveryState.DELIVERED, "200.1"), false);

    now = RAISED_AT.plus(StoryThreads.KEPT);
    told(3, alert().id("c1").story("s3").build(), "300.1");
    assertThat(threads.knows("desk", story("a2").build())).isTrue();
    now = now.plusMillis(1);
    told(4, alert().id("c2").story("s3").build(), "300.1");

    assertThat(threads.knows("desk", story("a2").build())).isFalse();
    assertThat(threads.knows("desk", alert().id("b2").story("s2").build())).isFalse();
    assertThat(threads.knows("desk", alert().id("c3").story("s3").build())).isTrue();
  }

  @Test
  void ofTwentyThousandStoriesTheOneThatMovedLongestAgoGoesFirst() {
    for (int i = 0; i < 20_000; i++) {
      told(i, alert().id("a" + i).story("s" + i).build(), "100." + i);
    }
    told(20_000, alert().id("b0").story("s0").build(), "100.0"); // touched again: s1 is the oldest now
    told(20_001, alert().id("new").story("new").build(), "200.1");

    assertThat(threads.knows("desk", alert().id("x").story("s1").build())).isFalse();
    assertThat(threads.knows("desk", alert().id("x").story("s0").build())).isTrue();
    assertThat(threads.knows("desk", alert().id("x").story("s2").build())).isTrue();
  }

  @Test
  void whatReadersSaidIsBoundedAndGrowsOld() {
    told(1, story("a0").build(), "100.1");
    threads.note(feedback("a0", RAISED_AT.minus(StoryThreads.KEPT)));
    assertThat(thread(2, story("x").build()).marks()).as("said too long ago").isEmpty();

    threads.note(feedback("a0", RAISED_AT.minus(StoryThreads.KEPT).plusMillis(1)));
    for (int i = 1; i < 20_000; i++) {
      threads.note(feedback("a" + i, RAISED_AT));
    }
    assertThat(thread(2, story("x").build()).marks()).hasSize(1);
    threads.note(feedback("one-more", RAISED_AT));
    assertThat(thread(2, story("x").build()).marks()).isEmpty();
  }

  @Test
  void aThreadAsItStandsHasTheNewestStateInTheFirstWordsWithoutTheChangeThatIsSaidBelow() {
    told(1, story("a1").headline("first words").build(), "100.1");

    Message stands = thread(
        2, story("a2").kind(AlertKind.ESCALATED).severity(Severity.CRITICAL).change("high", "critical", "why").build()).now();

    assertThat(stands.label()).isEqualTo("CRITICAL");
    assertThat(stands.change()).isEmpty();
  }

  private static AlertBuilder story(String id) {
    return alert().id(id).story("s1");
  }

  private static Message words(Alert alert) {
    return Message.of(alert, ZoneOffset.UTC);
  }

  private void told(long offset, Alert alert, String root) {
    topic.put(offset, alert);
    threads.note(delivery(offset, alert, DeliveryState.DELIVERED, root), false);
  }

  private StoryThread thread(long offset, Alert alert) {
    return Objects.requireNonNull(threads.of("desk", alert, offset, ThreadMemoryTest::words, each -> null));
  }

  private Delivery delivery(long offset, Alert alert, DeliveryState state, @Nullable String root) {
    return new Delivery(
        alert.id(), "desk", alert.storyId(), alert.watchId(), alert.kind(), state, null, 1, null, root, root, offset, now);
  }

  private static Feedback feedback(String alertId, Instant at) {
    return new Feedback(alertId, "night (U1)", "acknowledged", List.of(), null, at);
  }
}
