package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.Walk.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FailoverIT {

  @TempDir Path data;
  private final FakeSlack slack = FakeSlack.start();

  @Test
  void anotherTakesOverFromOneThatIsStuckAndFencesIt() {
    var clock = new StuckClock();
    try (var broker = EmbeddedBroker.start(data); var walk = new Walk(broker.bootstrapServers(), slack)) {
      Map<String, String> impatient = new HashMap<>(walk.kafka.raw());
      impatient.put("max.poll.interval.ms", "6000");
      var kafka = new KafkaSettings(impatient, walk.topics, (short) 1);
      AlertsApp stuck = walk.app(walk.webhooks("desk"), walk.context(clock, kafka));
      stuck.start();
      await().until(stuck::active);
      clock.stick();
      walk.raise(alertNow("a1").build());
      await().until(clock::isAsked);

      AlertsApp next = walk.start(walk.webhooks("desk"));
      walk.awaitState("a1/desk", DeliveryState.DELIVERED);
      clock.release();

      await().until(() -> !stuck.active());
      walk.raise(alertNow("a2").build());
      walk.awaitState("a2/desk", DeliveryState.DELIVERED);
      assertThat(next.active()).isTrue();
      assertThat(slack.messages("desk")).hasSize(2);
    }
  }

  @Test
  void whatWasToldWhileKafkaWasAwayIsRecordedWhenItIsBackAndNotToldAgain() {
    slack.answers("desk", Answer.slow(Duration.ofSeconds(4)));
    var broker = EmbeddedBroker.start(data);
    try (var walk = new Walk(broker.bootstrapServers(), slack)) {
      var context = walk.context(Clock.systemUTC());
      walk.app(walk.webhooks("desk"), context).start();
      walk.raise(alertNow("a1").build());
      walk.awaitState("a1/desk", DeliveryState.PENDING);

      broker.close();
      await().until(() -> slack.messages("desk").size() == 1);
      await().until(() -> !context.health().ready());
      broker = EmbeddedBroker.start(data, broker.port());

      walk.awaitState("a1/desk", DeliveryState.DELIVERED);
      walk.raise(alertNow("a2").build());
      walk.awaitState("a2/desk", DeliveryState.DELIVERED);
      assertThat(context.health().ready()).isTrue();
      assertThat(slack.messages("desk")).hasSize(2);
    } finally {
      broker.close();
    }
  }

  /** Holds whoever asks it for the time, while it is stuck. */
  private static final class StuckClock extends Clock {
    private volatile CountDownLatch latch = new CountDownLatch(0);
    private volatile boolean asked;

    void stick() {
      latch = new CountDownLatch(1);
    }

    void release() {
      latch.countDown();
    }

    boolean isAsked() {
      return asked;
    }

    @Override
    public Instant instant() {
      if (latch.getCount() > 0) {
        asked = true;
        try {
          latch.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
