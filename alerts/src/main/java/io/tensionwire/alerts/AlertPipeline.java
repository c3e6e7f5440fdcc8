package io.tensionwire.alerts;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.WireName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about an alert before anybody is told: who hears of it, and for each of them the stages below, in
 * their order. The first stage that holds it back names the reason; a delivery that passes all of them is pending.
 */
final class AlertPipeline {

  /** Whether somebody hears of an alert, or why not. */
  @FunctionalInterface
  interface Stage {
    /** Why the receiver is not told, {@code null} where nothing speaks against it. */
    @Nullable Reason holdsBack(Alert alert, String receiver);
  }

  private final Route route;
  private final Clock clock;
  private final List<Stage> stages;

  /** @param receivers those that are on, by name */
  AlertPipeline(AlertsConfig config, Map<String, Receiver> receivers, Clock clock) {
    this.route = config.route();
    this.clock = clock;
    this.stages =
        List.of(
            olderThan(config.maxAge()),
            receiverIsOff(receivers),
            carriesAnEdit(receivers));
  }

  /**
   * The deliveries of an alert that are not on record yet, pending or suppressed; empty where no route takes it.
   *
   * @param known whether the alert's fate at this receiver is on record
   */
  List<Delivery> decide(Alert alert, long offset, BiPredicate<Alert, String> known) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Destination destination : route.destinations(alert)) {
      String receiver = destination.receiver();
      if (!known.test(alert, receiver)) {
        deliveries.add(delivery(alert, offset, receiver, firstReason(alert, receiver)));
      }
    }
    return deliveries;
  }

  boolean routes(Alert alert) {
    return !route.destinations(alert).isEmpty();
  }

  private @Nullable Reason firstReason(Alert alert, String receiver) {
    for (Stage stage : stages) {
      Reason reason = stage.holdsBack(alert, receiver);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private Stage olderThan(Duration maxAge) {
    return (alert, receiver) ->
        alert.eventAt().isBefore(clock.instant().minus(maxAge)) ? Reason.OLDER_THAN_MAX_AGE : null;
  }

  private static Stage receiverIsOff(Map<String, Receiver> receivers) {
    return (alert, receiver) -> receivers.containsKey(receiver) ? null : Reason.RECEIVER_IS_OFF;
  }

  private static Stage carriesAnEdit(Map<String, Receiver> receivers) {
    return (alert, name) -> {
      Receiver receiver = receivers.get(name);
      boolean edit = alert.kind() == AlertKind.UPDATED || alert.kind() == AlertKind.CLOSED;
      return edit && receiver != null && !receiver.showsEdits() ? Reason.CARRIES_AN_EDIT : null;
    };
  }

  private Delivery delivery(Alert alert, long offset, String receiver, @Nullable Reason heldBack) {
    Instant now = clock.instant();
    return new Delivery(
        alert.id(), receiver, alert.storyId(), alert.watchId(), alert.kind(),
        heldBack == null ? DeliveryState.PENDING : DeliveryState.SUPPRESSED,
        heldBack == null ? null : WireName.of(heldBack),
        0, null, null, null, offset, now);
  }
}
