package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final long NOW = 1000;

  private final Backlog backlog = new Backlog();
  private long offset;

  @Test
  void theMostSevereComesFirstAndAmongEqualsTheOldest() {
    add("a", AlertKind.OPENED, Severity.NOTICE);
    add("b", AlertKind.OPENED, Severity.HIGH);
    add("c", AlertKind.OPENED, Severity.CRITICAL);
    add("d", AlertKind.OPENED, Severity.HIGH);

    assertThat(told()).containsExactly("c-2", "b-1", "d-3", "a-0");
  }

  @Test
  void aSevereOneTakesThoseOfItsStoryAlongInTheirOrder() {
    add("a", AlertKind.OPENED, Severity.NOTICE);
    add("b", AlertKind.OPENED, Severity.HIGH);
    add("a", AlertKind.CORROBORATED, Severity.ELEVATED);
    add("a", AlertKind.ESCALATED, Severity.CRITICAL);

    assertThat(told()).containsExactly("a-0", "a-2", "a-3", "b-1");
  }

  @Test
  void whileTheOpeningPausesItsEscalationWaitsAndOtherStoriesGoOn() {
    add("a", AlertKind.OPENED, Severity.HIGH, 1, NOW + 50);
    add("a", AlertKind.ESCALATED, Severity.CRITICAL);
    add("b", AlertKind.OPENED, Severity.NOTICE);

    assertThat(told()).containsExactly("b-2");
    assertThat(backlog.nanosToNext(NOW, waiting -> NOW)).isEqualTo(50);
    assertThat(told(NOW + 50)).containsExactly("a-0", "a-1");
  }

  @Test
  void whereLaterOnesChangeWhatCameBeforeTheyWaitForAsLongAsThatIsTried() {
    var strict = new Backlog(Backlog.ENDLESS_PATIENCE);
    strict.add(waiting("a", AlertKind.OPENED, Severity.HIGH, 100), NOW + 50);
    strict.add(waiting("a", AlertKind.ESCALATED, Severity.CRITICAL, 0), NOW);

    assertThat(strict.take(NOW, waiting -> NOW)).isNull();
    assertThat(strict.nanosToNext(NOW, waiting -> NOW)).isEqualTo(50);
    assertThat(strict.take(NOW + 50, waiting -> NOW)).extracting(first -> first.alert().kind()).isEqualTo(AlertKind.OPENED);
  }

  @Test
  void anOpeningThatFailsAgainAndAgainHoldsItsEscalationUpNoLonger() {
    add("a", AlertKind.OPENED, Severity.HIGH, Backlog.PATIENCE, NOW + 50);
    add("a", AlertKind.ESCALATED, Severity.CRITICAL);

    assertThat(told()).containsExactly("a-1");
    assertThat(backlog.size()).isEqualTo(1);
  }

  @Test
  void ofSeveralUpdatesOfAStoryOnlyTheNewestIsTold() {
    add("a", AlertKind.OPENED, Severity.HIGH);
    add("a", AlertKind.UPDATED, Severity.HIGH);
    add("b", AlertKind.UPDATED, Severity.HIGH);
    add("a", AlertKind.ESCALATED, Severity.HIGH);

    List<Waiting> superseded = add("a", AlertKind.UPDATED, Severity.HIGH);

    assertThat(superseded).extracting(waiting -> waiting.alert().id()).containsExactly("a-1");
    assertThat(told()).containsExactly("a-0", "b-2", "a-3", "a-4");
    assertThat(backlog.size()).isZero();
  }

  @Test
  void anUpdateThatComesBackBehindANewerOneIsTheOneThatNeedNotBeTold() {
    add("a", AlertKind.UPDATED, Severity.HIGH);
    Waiting called = Objects.requireNonNull(backlog.take(NOW, waiting -> NOW));
    add("a", AlertKind.UPDATED, Severity.HIGH);

    List<Waiting> superseded = backlog.add(called, NOW);

    assertThat(superseded).containsExactly(called);
    assertThat(told()).containsExactly("a-1");
  }

  @Test
  void aFullLaneHoldsUpNobodyOnAnother() {
    add("a", AlertKind.UPDATED, Severity.CRITICAL);
    add("b", AlertKind.OPENED, Severity.NOTICE);

    Waiting next = Objects.requireNonNull(
        backlog.take(NOW, waiting -> waiting.alert().kind() == AlertKind.UPDATED ? NOW + 900 : NOW));

    assertThat(next.alert().id()).isEqualTo("b-1");
    assertThat(backlog.nanosToNext(NOW, waiting -> NOW + 900)).isEqualTo(900);
  }

  @Test
  void aFullLaneLetsNothingPassBeforeItInItsStoryHoweverOftenThatFailed() {
    add("a", AlertKind.OPENED, Severity.HIGH, Backlog.PATIENCE, NOW);
    add("a", AlertKind.ESCALATED, Severity.CRITICAL);

    assertThat(backlog.take(NOW, waiting -> waiting.alert().kind() == AlertKind.OPENED ? NOW + 900 : NOW)).isNull();
    assertThat(backlog.nanosToNext(NOW, waiting -> waiting.alert().kind() == AlertKind.OPENED ? NOW + 900 : NOW))
        .isEqualTo(900);
  }

  @Test
  void whatPausedForAReceiverThatIsWellAgainPausesNoLonger() {
    add("a", AlertKind.OPENED, Severity.HIGH, 1, NOW + 500);

    backlog.hasten(NOW + 10);

    assertThat(told(NOW + 10)).containsExactly("a-0");
  }

  @Test
  void whatIsWithdrawnIsGone() {
    add("a", AlertKind.OPENED, Severity.NOTICE);
    add("b", AlertKind.OPENED, Severity.CRITICAL);
    add("a", AlertKind.CLOSED, Severity.NOTICE);

    List<Waiting> withdrawn = backlog.withdraw(waiting -> waiting.alert().severity() == Severity.NOTICE);

    assertThat(withdrawn).extracting(waiting -> waiting.alert().id()).containsExactly("a-0", "a-2");
    assertThat(backlog.size()).isEqualTo(1);
    assertThat(told()).containsExactly("b-1");
  }

  private List<String> told() {
    return told(NOW);
  }

  private List<String> told(long now) {
    List<String> told = new ArrayList<>();
    for (Waiting next = backlog.take(now, w -> now); next != null; next = backlog.take(now, w -> now)) {
      told.add(next.alert().id());
    }
    return told;
  }

  private List<Waiting> add(String story, AlertKind kind, Severity severity) {
    return add(story, kind, severity, 0, NOW);
  }

  private List<Waiting> add(String story, AlertKind kind, Severity severity, int attempts, long notBefore) {
    return backlog.add(waiting(story, kind, severity, attempts), notBefore);
  }

  private Waiting waiting(String story, AlertKind kind, Severity severity, int attempts) {
    long at = offset++;
    Alert alert = alert().id(story + "-" + at).story(story).kind(kind).severity(severity).build();
    var delivery = new Delivery(
        alert.id(), "desk", story, alert.watchId(), kind, DeliveryState.PENDING, null, attempts, null, null, null, at,
        alert.raisedAt());
    return new Waiting(alert, delivery, null);
  }
}
