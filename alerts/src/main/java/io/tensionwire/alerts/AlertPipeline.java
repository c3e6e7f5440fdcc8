package io.tensionwire.alerts;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.alerts.time.MuteTimes;
import io.tensionwire.alerts.time.TimesOfDay;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
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
 * their order. The first stage that holds it back names the reason; a delivery that passes all of them is pending and due.
 */
final class AlertPipeline {

  /**
   * Why somebody does not hear of an alert now.
   *
   * @param until when they will; {@code null}: never
   */
  record HeldBack(String reason, @Nullable Instant until) {

    static HeldBack forGood(Reason reason) {
      return new HeldBack(reason.with(null), null);
    }
  }

  /** Whether somebody hears of an alert, or why not. */
  @FunctionalInterface
  interface Stage {
    /** Why the receiver is not told now, {@code null} where nothing speaks against it. */
    @Nullable HeldBack holdsBack(Alert alert, Destination destination);
  }

  private final Routing routing;
  private final Clock clock;
  private final List<Stage> stages;

  /** @param receivers those that are on, by name */
  AlertPipeline(AlertsConfig config, Map<String, Receiver> receivers, Silences silences, Clock clock) {
    this.routing = config.routing();
    this.clock = clock;
    this.stages =
        List.of(
            olderThan(config.maxAge()),
            receiverIsOff(receivers),
            carriesAnEdit(receivers),
            isSilenced(silences),
            waitsForTheDigest(config.muteTimes()),
            isMuted(config.muteTimes()));
  }

  /**
   * The deliveries of an alert that are not on record yet, pending or suppressed; empty where no route takes it.
   *
   * @param known whether the alert's fate at this receiver is on record
   */
  List<Delivery> decide(Alert alert, long offset, BiPredicate<Alert, String> known) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Destination destination : routing.destinations(alert)) {
      if (!known.test(alert, destination.receiver())) {
        deliveries.add(delivery(alert, offset, destination.receiver(), heldBack(alert, destination)));
      }
    }
    return deliveries;
  }

  /** The delivery at one receiver, whatever the route says: it tells in the place of another. */
  Delivery decideAt(Alert alert, long offset, String receiver) {
    return delivery(alert, offset, receiver, heldBack(alert, new Destination(receiver, null)));
  }

  boolean routes(Alert alert) {
    return !routing.destinations(alert).isEmpty();
  }

  /** What the first stage says that has something to say. */
  @Nullable HeldBack heldBack(Alert alert, Destination destination) {
    for (Stage stage : stages) {
      HeldBack heldBack = stage.holdsBack(alert, destination);
      if (heldBack != null) {
        return heldBack;
      }
    }
    return null;
  }

  private Stage olderThan(Duration maxAge) {
    return (alert, destination) ->
        alert.eventAt().isBefore(clock.instant().minus(maxAge)) ? HeldBack.forGood(Reason.OLDER_THAN_MAX_AGE) : null;
  }

  private static Stage receiverIsOff(Map<String, Receiver> receivers) {
    return (alert, destination) ->
        receivers.containsKey(destination.receiver()) ? null : HeldBack.forGood(Reason.RECEIVER_IS_OFF);
  }

  private static Stage carriesAnEdit(Map<String, Receiver> receivers) {
    return (alert, destination) -> {
      Receiver receiver = receivers.get(destination.receiver());
      return isEdit(alert) && receiver != null && !receiver.showsEdits()
          ? HeldBack.forGood(Reason.CARRIES_AN_EDIT) : null;
    };
  }

  private Stage isSilenced(Silences silences) {
    return (alert, destination) -> {
      String silence = silences.silencing(alert, clock.instant());
      return silence == null ? null : new HeldBack(Reason.SILENCED.with(silence), null);
    };
  }

  /** A digest that falls into a mute time waits for its end. */
  private Stage waitsForTheDigest(MuteTimes muteTimes) {
    return (alert, destination) -> {
      TimesOfDay digest = destination.digest();
      if (digest == null || !destination.waitsForDigest(alert)) {
        return null;
      }
      Instant next = digest.next(clock.instant(), muteTimes.zone());
      MuteTimes.Muted muted = muteTimes.muted(destination.mutes(), false, next);
      return new HeldBack(Reason.AWAITS_DIGEST.with(null), muted == null ? next : muted.until());
    };
  }

  private Stage isMuted(MuteTimes muteTimes) {
    return (alert, destination) -> {
      MuteTimes.Muted muted =
          muteTimes.muted(destination.mutes(), alert.severity() == Severity.CRITICAL, clock.instant());
      return muted == null ? null : new HeldBack(Reason.MUTED.with(muted.name()), muted.until());
    };
  }

  private static boolean isEdit(Alert alert) {
    return alert.kind() == AlertKind.UPDATED || alert.kind() == AlertKind.CLOSED;
  }

  private Delivery delivery(Alert alert, long offset, String receiver, @Nullable HeldBack heldBack) {
    Instant until = heldBack == null ? null : heldBack.until();
    return new Delivery(
        alert.id(), receiver, alert.storyId(), alert.watchId(), alert.kind(),
        heldBack == null || until != null ? DeliveryState.PENDING : DeliveryState.SUPPRESSED,
        heldBack == null ? null : heldBack.reason(),
        0, until, null, null, offset, clock.instant());
  }
}
