package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A notice whose receiver is dead, on its way to another: the alerts of a digest wait for a digest of the other's,
 * which comes at once; any other notice is told there as it stands. All of it follows from the ledger, as everything
 * here does.
 *
 * @param written what is to be written down for it, and told where it is pending
 * @param whole whether nothing of the notice is left for its own receiver alone
 */
public record Detour(List<Waiting> written, boolean whole) {

  /** The other has it from its own receiver, or was told it already, or it cannot be told any more. */
  static final Detour NOTHING_LEFT = new Detour(List.of(), true);

  /** It came from there: it goes round no circle. */
  static final Detour NONE = new Detour(List.of(), false);

  public Detour {
    written = List.copyOf(written);
  }

  /**
   * Of a digest.
   *
   * @param members the alerts that it tells
   * @param known whether the fate of an alert at a receiver is on record
   * @param passedOn whether that is that another tells it
   */
  static Detour ofDigest(
      List<Waiting> members, String deputy, BiPredicate<Alert, String> known, BiPredicate<Alert, String> passedOn,
      Instant now) {
    List<Waiting> written = new ArrayList<>();
    boolean whole = true;
    for (Waiting member : members) {
      Delivery own = member.delivery();
      if (passedOn.test(member.alert(), deputy)) {
        whole = false;
        continue;
      }
      if (!known.test(member.alert(), deputy)) {
        written.add(member.with(changed(
            own, deputy, DeliveryState.PENDING, Reason.AWAITS_DIGEST.with("in place of " + own.receiver()), now, now)));
      }
      written.add(member.with(changed(
          own, own.receiver(), DeliveryState.FAILED, Reason.RECEIVER_DEAD.with("told through " + deputy), null, now)));
    }
    return new Detour(written, whole);
  }

  private static Delivery changed(
      Delivery from, String receiver, DeliveryState state, String reason, @Nullable Instant nextAttemptAt,
      Instant now) {
    return new Delivery(
        from.alertId(), receiver, from.storyId(), from.watchId(), from.kind(), state, reason, 0, nextAttemptAt, null,
        null, from.alertOffset(), now);
  }
}
