package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.ScriptedReceiver;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue whose receiver fails, whose alerts cannot be written, or are not to be told after all. */
@Timeout(30)
class QueueInTroubleTest {

  private static final Backoff SHORT = new Backoff(Duration.ofMillis(10), Duration.ofMillis(40));
  private static final Backoff LONG = new Backoff(Duration.ofHours(1), Duration.ofHours(1));

  private final List<Delivery> outcomes = new CopyOnWriteArrayList<>();
  private final Map<String, String> revoked = new ConcurrentHashMap<>();
  private final Map<String, Notice> notices = new ConcurrentHashMap<>();
  private @Nullable DeliveryQueue queue;

  @AfterEach
  void close() {
    if (queue != null) {
      queue.close();
    }
  }

  @Test
  void whatFailedBeforeIsToldAsSoonAsTheReceiverAnswersAgain() {
    var receiver = ScriptedReceiver.unlimited("desk").answers(new Outcome.Retryable(Reason.UNAVAILABLE, "503", null));
    DeliveryQueue queue = start(receiver, LONG, SHORT);
    queue.add(waiting(alertNow("a1"), 0));
    await().until(() -> outcomes.size() == 1);

    queue.add(waiting(alertNow("a2"), 1));

    await().until(() -> outcomes.size() == 3);
    assertThat(receiver.calls()).extracting(ScriptedReceiver.Call::alertId).containsExactly("a1", "a2", "a1");
  }

  @Test
  void anAlertThatCannotBeWrittenSaysNothingOfItsReceiver() {
    var receiver = ScriptedReceiver.unlimited("desk").answers(new Outcome.Rejected(Reason.NOT_FOUND, "404"));
    DeliveryQueue queue = start(receiver, LONG, SHORT);
    queue.add(waiting(alertNow("a1"), 0));
    await().until(() -> outcomes.size() == 1);

    queue.add(waiting(alertNow("unwritable"), 1));

    await().until(() -> outcomes.size() == 2);
    assertThat(outcomes.getLast()).returns(DeliveryState.FAILED, Delivery::state)
        .returns("invalid-message: it could not be written", Delivery::reason);
    assertThat(queue.status().dead()).isTrue();
    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  void anUpdateWithANewerOneBehindItIsOnRecordAsThat() {
    var receiver = new ScriptedReceiver("desk", Rate.UNLIMITED, true);
    DeliveryQueue queue = start(receiver, SHORT, SHORT);
    queue.add(waiting(alertNow("called"), 0));
    await().until(() -> receiver.calls().size() == 1);

    queue.add(waiting(alertNow("u1").story("s").kind(AlertKind.UPDATED), 1));
    queue.add(waiting(alertNow("u2").story("s").kind(AlertKind.UPDATED), 2));

    assertThat(outcomes).extracting(Delivery::alertId, Delivery::state, Delivery::reason)
        .containsExactly(tuple("u1", DeliveryState.SUPPRESSED, "superseded"));
    receiver.opened();
    await().until(() -> outcomes.size() == 3);
    assertThat(receiver.calls()).extracting(ScriptedReceiver.Call::alertId).containsExactly("called", "u2");
  }

  @Test
  void whatIsNotToldAfterAllIsOnRecordWithTheReason() {
    var receiver = ScriptedReceiver.unlimited("desk");
    revoked.put("a1", "silenced: quiet");
    DeliveryQueue queue = start(receiver, SHORT, SHORT);

    queue.add(waiting(alertNow("a1"), 0));

    await().until(() -> outcomes.size() == 1);
    assertThat(outcomes.getFirst()).returns(DeliveryState.SUPPRESSED, Delivery::state)
        .returns("silenced: quiet", Delivery::reason);
    assertThat(receiver.calls()).isEmpty();
  }

  @Test
  void aNoticeIsToldInThePlaceOfAnAlert() {
    var receiver = ScriptedReceiver.unlimited("desk");
    notices.put("a1", new Notice("digest/1", "Digest: 1 alert", List.of()));
    DeliveryQueue queue = start(receiver, SHORT, SHORT);

    queue.add(waiting(alertNow("a1"), 0));

    await().until(() -> outcomes.size() == 1);
    assertThat(receiver.notices()).extracting(Notice::id).containsExactly("digest/1");
  }

  @Test
  void whoLooksAfterADeadReceiverSeesWhatIsNewAndNotWhatTheyPutBackThemselves() {
    var receiver = new ScriptedReceiver("desk", Rate.UNLIMITED, true);
    DeliveryQueue queue = start(receiver, SHORT, SHORT);
    queue.add(waiting(alertNow("called"), 0));
    await().until(() -> receiver.calls().size() == 1);
    queue.add(waiting(alertNow("a2"), 2));
    queue.add(waiting(alertNow("a1"), 1));
    assertThat(queue.added()).isEqualTo(3);

    List<Waiting> withdrawn = queue.withdraw();
    assertThat(withdrawn).extracting(each -> each.alert().id()).containsExactly("a1", "a2");
    assertThat(queue.size()).isZero();
    withdrawn.forEach(queue::putBack);

    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.added()).isEqualTo(3);
    receiver.opened();
    await().until(() -> outcomes.size() == 3);
  }

  private DeliveryQueue start(ScriptedReceiver receiver, Backoff alerts, Backoff rests) {
    Clock clock = Clock.systemUTC();
    var attempts = new Attempts(alerts, rests, rests, Duration.ofHours(24), clock, new Random(7));
    queue = new DeliveryQueue(
        receiver, attempts, new Breaker(rests, rests, Duration.ofMinutes(10), new Random(7)),
        new Limits(), new Lease(Duration.ofMinutes(5)), new Told(), waiting -> outcomes.add(waiting.delivery()),
        new Metrics(new SimpleMeterRegistry(), clock), bug -> {
          throw new AssertionError(bug);
        });
    return Objects.requireNonNull(queue).start();
  }

  /** What is told, as the test has set it. */
  private final class Told implements Briefing {
    @Override
    public Dispatch of(Waiting waiting) {
      if (waiting.alert().id().equals("unwritable")) {
        throw new IllegalStateException("a template of the test is broken");
      }
      return Dispatch.of(waiting.alert(), Message.of(waiting.alert(), ZoneOffset.UTC));
    }

    @Override
    public @Nullable Notice notice(Waiting waiting) {
      return notices.get(waiting.alert().id());
    }

    @Override
    public @Nullable String revoked(Waiting waiting) {
      return revoked.get(waiting.alert().id());
    }
  }

  private static Waiting waiting(AlertBuilder builder, long offset) {
    Alert alert = builder.build();
    return new Waiting(
        alert,
        new Delivery(
            alert.id(), "desk", alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, null, 0, null, null,
            null, offset, alert.raisedAt()),
        null);
  }
}
