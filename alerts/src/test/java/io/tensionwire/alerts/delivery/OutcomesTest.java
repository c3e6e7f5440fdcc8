package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private final Outcomes outcomes = new Outcomes();

  @Test
  void theLatestOfEachDeliveryIsKeptUntilItIsRecorded() {
    outcomes.add(outcome("a1", DeliveryState.PENDING, 1));
    outcomes.add(outcome("a1", DeliveryState.DELIVERED, 2));
    outcomes.add(outcome("a2", DeliveryState.FAILED, 1));

    List<Waiting> unrecorded = outcomes.unrecorded();

    assertThat(unrecorded).extracting(w -> w.delivery().state())
        .containsExactly(DeliveryState.DELIVERED, DeliveryState.FAILED);
    outcomes.recorded(unrecorded);
    assertThat(outcomes.unrecorded()).isEmpty();
  }

  @Test
  void anOutcomeThatCameMeanwhileIsNotForgotten() {
    outcomes.add(outcome("a1", DeliveryState.PENDING, 1));
    List<Waiting> beingRecorded = outcomes.unrecorded();
    outcomes.add(outcome("a1", DeliveryState.DELIVERED, 2));

    outcomes.recorded(beingRecorded);

    assertThat(outcomes.unrecorded()).extracting(w -> w.delivery().attempts()).containsExactly(2);
  }

  private static Waiting outcome(String id, DeliveryState state, int attempts) {
    Alert alert = alert().id(id).build();
    return new Waiting(
        alert,
        new Delivery(
            id, "desk", alert.storyId(), alert.watchId(), alert.kind(), state, null, attempts, null, null, null, 0,
            alert.raisedAt()),
        null);
  }
}
