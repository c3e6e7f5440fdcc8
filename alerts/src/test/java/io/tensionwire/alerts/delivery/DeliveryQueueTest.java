package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.ScriptedReceiver;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import io.tensionwire.service.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jspecify.annotations.Nullable;

@Timeout(20)
class DeliveryQueueTest {

  private static final Backoff SHORT = new Backoff(Duration.ofMillis(10), Duration.ofMillis(40));

  private final List<Delivery> outcomes = new CopyOnWriteArrayList<>();
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Lease lease = new Lease(Duration.ofMinutes(1));
  private @Nullable DeliveryQueue queue;

  @AfterEach
  void close() {
    if (queue != null) {
      queue.close();
    }
  }

  @Test
  void theMostSevereComesFirstAndAmongEqualsTheOldest() {
    var receiver = new ScriptedReceiver("desk", Rate.UNLIMITED, true);
    DeliveryQueue queue = start(receiver);
    queue.add(waiting(0, "first", Severity.NOTICE));
    await().until(() -> receiver.calls().size() == 1);

    queue.add(waiting(1, "notice", Severity.NOTICE));
    queue.add(waiting(3, "high-2", Severity.HIGH));
    queue.add(waiting(2, "high-1", Severity.HIGH));
    queue.add(waiting(4, "critical", Severity.CRITICAL));
    assertThat(queue.size()).isEqualTo(4);
    receiver.opened();

    await().until(() -> outcomes.size() == 5);
    assertThat(receiver.calls()).extracting(ScriptedReceiver.Call::alertId)
        .containsExactly("first", "critical", "high-1", "high-2", "notice");
  }

  @Test
  void theRateIsKept() {
    var receiver = new ScriptedReceiver("desk", new Rate(10), true).opened();
    DeliveryQueue queue = start(receiver);

    for (int i = 0; i < 5; i++) {
      queue.add(waiting(i, "a" + i, Severity.HIGH));
    }

    await().until(() -> outcomes.size() == 5);
    List<ScriptedReceiver.Call> calls = receiver.calls();
    Duration took = Duration.ofNanos(calls.get(4).nanoTime() - calls.get(0).nanoTime());
    assertThat(took).isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void aBurstOfFiveHundredStoriesIsToldAtTheRateThatIsAllowedTheMostSevereFirst() {
    int stories = 500;
    int perSecond = 250;
    var receiver = new ScriptedReceiver("desk", new Rate(perSecond), true);
    DeliveryQueue queue = start(receiver);
    queue.add(waiting(0, "first", Severity.NOTICE));
    await().until(() -> receiver.calls().size() == 1);
    var random = new Random(7);
    Map<String, Severity> severities = new HashMap<>();
    for (int i = 1; i <= stories; i++) {
      Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
      severities.put("a" + i, severity);
      queue.add(waiting(i, "a" + i, severity));
    }

    receiver.opened();

    await().until(() -> outcomes.size() == stories + 1);
    List<ScriptedReceiver.Call> calls = receiver.calls().subList(1, stories + 1);
    List<ScriptedReceiver.Call> inOrder = new ArrayList<>(calls);
    inOrder.sort(Comparator.comparing((ScriptedReceiver.Call call) -> severities.get(call.alertId())).reversed()
        .thenComparing(call -> Integer.parseInt(call.alertId().substring(1))));
    assertThat(calls).isEqualTo(inOrder);
    double seconds = (calls.getLast().nanoTime() - calls.getFirst().nanoTime()) / 1e9;
    assertThat((stories - 1) / seconds).as("messages a second").isBetween(perSecond * 0.3, perSecond * 1.01);
  }

  @Test
  void whoHasNotLookedAfterItsMembershipForTooLongTellsNothingUntilItHas() {
    var receiver = ScriptedReceiver.unlimited("desk");
    lease = new Lease(Duration.ZERO);
    DeliveryQueue queue = start(receiver);

    queue.add(waiting(0, "a1", Severity.HIGH));

    await().during(Duration.ofMillis(300)).until(() -> receiver.calls().isEmpty());
  }

  @Test
  void whatWaitsForADeadReceiverIsGivenUpInTime() {
    var receiver = new ScriptedReceiver("desk", Rate.UNLIMITED, true);
    DeliveryQueue queue = start(receiver);
    queue.add(waiting(0, "called", Severity.HIGH));
    await().until(() -> receiver.calls().size() == 1);
    Alert old = alertNow("old").at(Instant.now().minus(Duration.ofHours(25))).build();
    queue.add(new Waiting(old, pending(old, 1), null));

    queue.giveUp();

    assertThat(outcomes).extracting(Delivery::alertId).containsExactly("old");
    assertThat(queue.size()).isZero();
    receiver.opened();
  }

  @Test
  void whatConcernsTheReceiverCostsNoAlert() {
    var receiver = ScriptedReceiver.unlimited("desk").answers(
        new Outcome.Rejected(Reason.NOT_FOUND, "404 no_service"), new Outcome.Rejected(Reason.INVALID_MESSAGE, "400"));
    DeliveryQueue queue = start(receiver);

    queue.add(waiting(0, "a1", Severity.HIGH));
    await().until(() -> outcomes.size() == 2);
    queue.add(waiting(1, "a2", Severity.HIGH));

    await().until(() -> outcomes.size() == 3);
    assertThat(outcomes).extracting(Delivery::state)
        .containsExactly(DeliveryState.PENDING, DeliveryState.FAILED, DeliveryState.DELIVERED);
    assertThat(outcomes).extracting(Delivery::reason).startsWith("not-found: 404 no_service", "invalid-message: 400");
  }

  @Test
  void afterAFailureTheNextAlertComesFirstAndTheFailedOneAgain() {
    var receiver = new ScriptedReceiver("desk", Rate.UNLIMITED, true)
        .answers(new Outcome.Retryable(Reason.UNAVAILABLE, "500", null));
    DeliveryQueue queue = start(receiver, new Backoff(Duration.ofMillis(400), Duration.ofMillis(400)), SHORT);
    queue.add(waiting(0, "poison", Severity.CRITICAL));
    queue.add(waiting(1, "other", Severity.NOTICE));
    receiver.opened();

    await().until(() -> outcomes.size() == 3);
    assertThat(receiver.calls()).extracting(ScriptedReceiver.Call::alertId)
        .containsExactly("poison", "other", "poison");
    assertThat(outcomes).extracting(Delivery::state)
        .containsExactly(DeliveryState.PENDING, DeliveryState.DELIVERED, DeliveryState.DELIVERED);
  }

  @Test
  void theWholeReceiverRestsForTheTimeItAskedFor() {
    var receiver = ScriptedReceiver.unlimited("desk")
        .answers(new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofMillis(500)));
    DeliveryQueue queue = start(receiver);

    queue.add(waiting(0, "a1", Severity.HIGH));
    queue.add(waiting(1, "a2", Severity.HIGH));

    await().until(() -> outcomes.size() == 3);
    List<ScriptedReceiver.Call> calls = receiver.calls();
    assertThat(Duration.ofNanos(calls.get(1).nanoTime() - calls.get(0).nanoTime())).isGreaterThan(Duration.ofMillis(480));
  }

  @Test
  void anAnswerThatWasLostOnceIsNotForgottenOverALaterOne() {
    List<Boolean> mayBeTold = new CopyOnWriteArrayList<>();
    var receiver = ScriptedReceiver.unlimited("desk").answers(
        new Outcome.Retryable(Reason.UNAVAILABLE, "500", null), new Outcome.Retryable(Reason.TIMED_OUT, null, null),
        new Outcome.Retryable(Reason.RATE_LIMITED, "429", null));
    DeliveryQueue queue = start(receiver, SHORT, SHORT, waiting -> {
      mayBeTold.add(waiting.leftBehind());
      return briefing(waiting);
    });

    queue.add(waiting(0, "a1", Severity.HIGH));

    await().until(() -> outcomes.size() == 4);
    assertThat(mayBeTold).containsExactly(false, false, true, true);
  }

  @Test
  void anAlertWhoseTimeIsOverIsNotTriedAgain() {
    var receiver = ScriptedReceiver.unlimited("desk");
    DeliveryQueue queue = start(receiver);
    Alert old = alertNow("old").at(Instant.now().minus(Duration.ofHours(25))).build();

    queue.add(new Waiting(old, pending(old, 0), null));

    await().until(() -> outcomes.size() == 1);
    assertThat(outcomes.getFirst().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(outcomes.getFirst().reason()).isEqualTo("gave-up");
    assertThat(receiver.calls()).isEmpty();
  }

  @Test
  void aCallUnderWayEndsBeforeTheQueueIsClosed() {
    var receiver = new ScriptedReceiver("desk", Rate.UNLIMITED, true);
    DeliveryQueue queue = start(receiver);
    queue.add(waiting(0, "a1", Severity.HIGH));
    queue.add(waiting(1, "a2", Severity.HIGH));
    await().until(() -> receiver.calls().size() == 1);

    Thread closing = Thread.startVirtualThread(queue::close);
    receiver.opened();

    await().until(() -> !closing.isAlive());
    assertThat(receiver.calls()).hasSize(1);
    assertThat(outcomes).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
  }

  @Test
  void callsAreMeasured() {
    DeliveryQueue queue = start(ScriptedReceiver.unlimited("desk"));

    queue.add(waiting(0, "a1", Severity.HIGH));

    await().until(() -> outcomes.size() == 1);
    assertThat(meters.get("tensionwire.alerts.calls").tag("outcome", "delivered").timer().count()).isEqualTo(1);
    assertThat(meters.get("tensionwire.alerts.latency").tag("receiver", "desk").timer().count()).isEqualTo(1);
  }

  @Test
  void whatEndsTheQueueEndsTheProcess() {
    var broken = new LinkageError("a part of the receiver is missing");
    DeliveryQueue queue = start(new ScriptedReceiver("desk", Rate.UNLIMITED, true).opened().breaks(broken));

    queue.add(waiting(0, "first", Severity.HIGH));

    await().untilAsserted(() -> assertThat(bugs).containsExactly(broken));
  }

  private DeliveryQueue start(ScriptedReceiver receiver) {
    return start(receiver, SHORT, SHORT);
  }

  private DeliveryQueue start(ScriptedReceiver receiver, Backoff alerts, Backoff receivers) {
    return start(receiver, alerts, receivers, DeliveryQueueTest::briefing);
  }

  private DeliveryQueue start(ScriptedReceiver receiver, Backoff alerts, Backoff receivers, Briefing briefing) {
    Clock clock = Clock.systemUTC();
    var attempts = new Attempts(alerts, receivers, receivers, Duration.ofHours(24), clock, new Random(7));
    queue = new DeliveryQueue(
        receiver, attempts, new Breaker(receivers, receivers, Duration.ofMinutes(10), new Random(7)),
        new Limits(), lease, briefing, waiting -> outcomes.add(waiting.delivery()), new Metrics(meters, clock),
        bugs::add);
    return Objects.requireNonNull(queue).start();
  }

  private static Dispatch briefing(Waiting waiting) {
    return Dispatch.of(waiting.alert(), Message.of(waiting.alert(), ZoneOffset.UTC));
  }

  private static Waiting waiting(long offset, String id, Severity severity) {
    Alert alert = alertNow(id).severity(severity).build();
    return new Waiting(alert, pending(alert, offset), null);
  }

  private static Delivery pending(Alert alert, long offset) {
    return new Delivery(
        alert.id(), "desk", alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, null, 0, null, null,
        null, offset, alert.raisedAt());
  }
}
