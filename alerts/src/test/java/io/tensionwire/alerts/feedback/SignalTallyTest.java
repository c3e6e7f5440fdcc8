package io.tensionwire.alerts.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.SignalFeedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalTallyTest {

  private static final Instant T = Instant.parse("2026-11-21T09:00:00Z");

  private final SignalTally tally = new SignalTally();

  @Test
  void countsWhatWasToldAndWhatReadersMadeOfIt() {
    for (int i = 1; i <= 4; i++) {
      tally.raised(alert("a" + i, AlertKind.OPENED));
      tally.settled(delivery("a" + i, "desk", DeliveryState.DELIVERED, i));
      tally.settled(delivery("a" + i, "console", DeliveryState.DELIVERED, i));
    }
    tally.raised(alert("untold", AlertKind.OPENED));
    tally.settled(delivery("untold", "desk", DeliveryState.SUPPRESSED, 9));
    tally.raised(alert("edit", AlertKind.UPDATED));
    tally.settled(delivery("edit", "desk", DeliveryState.DELIVERED, 9));
    tally.answered(feedback("a1", "kim", "not-relevant", 20));
    tally.answered(feedback("a1", "lee", "not-relevant", 21));
    tally.answered(feedback("a2", "kim", "acknowledged", 22));

    assertThat(tally.rows()).containsExactly(
        new SignalFeedback("korea-russia", "rule", 4, 1, 1, 0.25, T.plusSeconds(22)));
  }

  @Test
  void aVerdictOnOneRuleIsNoneOnAnotherAndTheLastWordOfAUserCounts() {
    tally.raised(alert("a1", AlertKind.OPENED));
    tally.settled(delivery("a1", "desk", DeliveryState.DELIVERED, 1));
    tally.answered(new Feedback("a1", "kim", "not-relevant", List.of("another-rule"), null, T.plusSeconds(2)));
    assertThat(tally.rows().getFirst().notRelevant()).isZero();

    tally.answered(feedback("a1", "kim", "not-relevant", 3));
    assertThat(tally.rows().getFirst().share()).isEqualTo(1);
    tally.answered(feedback("a1", "kim", "acknowledged", 4));
    assertThat(tally.rows().getFirst().notRelevant()).isZero();
  }

  @Test
  void theOrderInWhichTheTopicsAreReadMakesNoDifference() {
    List<Runnable> words = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      String id = "a" + i;
      int at = i;
      words.add(() -> tally.raised(alert(id, AlertKind.OPENED)));
      words.add(() -> tally.settled(delivery(id, "desk", DeliveryState.DELIVERED, at)));
      words.add(() -> tally.answered(feedback(id, "kim", at % 4 == 0 ? "not-relevant" : "acknowledged", at)));
    }
    Collections.shuffle(words, new Random(7));

    words.forEach(Runnable::run);

    assertThat(tally.rows()).containsExactly(
        new SignalFeedback("korea-russia", "rule", 20, 5, 15, 0.25, T.plusSeconds(20)));
  }

  @Test
  void whatWasAnsweredCountsThoughNobodyWroteDownThatItWasTold() {
    tally.raised(alert("a1", AlertKind.CLOSED));
    tally.answered(feedback("unknown", "kim", "acknowledged", 1));
    assertThat(tally.rows()).as("an edit, and an alert that nobody has heard of").isEmpty();

    tally.settled(delivery("a1", "desk", DeliveryState.DELIVERED, 2));
    assertThat(tally.rows()).as("a closing is no news").isEmpty();
    tally.answered(feedback("a1", "kim", "acknowledged", 3));

    assertThat(tally.rows()).containsExactly(new SignalFeedback("korea-russia", "rule", 1, 0, 1, 0, T.plusSeconds(3)));
  }

  @Test
  void theLastTellingCountsInWhateverOrderTheyAreRead() {
    tally.raised(alert("a1", AlertKind.OPENED));
    tally.settled(delivery("a1", "desk", DeliveryState.DELIVERED, 5));
    tally.settled(delivery("a1", "console", DeliveryState.DELIVERED, 2));
    assertThat(tally.rows().getFirst().updatedAt()).isEqualTo(T.plusSeconds(5));

    tally.settled(delivery("a1", "night", DeliveryState.DELIVERED, 9));
    assertThat(tally.rows().getFirst().updatedAt()).isEqualTo(T.plusSeconds(9));
  }

  @Test
  void aVerdictThatNamesTheRuleIsOnIt() {
    tally.raised(alert("a1", AlertKind.OPENED));
    tally.answered(new Feedback("a1", "kim", "not-relevant", List.of("rule"), null, T.plusSeconds(2)));

    assertThat(tally.rows().getFirst().notRelevant()).isEqualTo(1);
  }

  @Test
  void thereIsSomethingToBeWrittenOnceSomethingWasHeard() {
    assertThat(tally.takeChanged()).isFalse();

    tally.raised(alert("a1", AlertKind.OPENED));

    assertThat(tally.takeChanged()).isTrue();
    assertThat(tally.takeChanged()).isFalse();
  }

  private static Alert alert(String id, AlertKind kind) {
    return AlertBuilder.alert().id(id).kind(kind).signal("Moscow will retaliate.", "retaliate").build();
  }

  private static Delivery delivery(String alertId, String receiver, DeliveryState state, int second) {
    return new Delivery(
        alertId, receiver, "s", "korea-russia", AlertKind.OPENED, state, null, 1, null, null, null, 1,
        T.plusSeconds(second));
  }

  private static Feedback feedback(String alertId, String user, String verdict, int second) {
    return new Feedback(alertId, user, verdict, List.of(), null, T.plusSeconds(second));
  }
}
