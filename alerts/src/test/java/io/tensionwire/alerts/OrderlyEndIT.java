package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.model.DeliveryState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process that is told to end in the middle of a call. */
@Timeout(120)
@ExtendWith(WalkOnSharedBroker.class)
class OrderlyEndIT {

  private final Walk walk;

  OrderlyEndIT(Walk walk) {
    this.walk = walk;
  }

  @Test
  void aCallUnderWayWhenTheProcessEndsIsOnRecord() {
    walk.slack.answers("desk", Answer.answeredLate(Duration.ofSeconds(1)));
    AlertsApp app = walk.start(walk.webhooks("desk"));
    walk.raise(alertNow("a1").build());
    await().atMost(Duration.ofSeconds(40)).until(() -> walk.slack.messages("desk").size() == 1);

    app.close();

    assertThat(walk.delivery("a1/desk").state()).isEqualTo(DeliveryState.DELIVERED);
  }
}
