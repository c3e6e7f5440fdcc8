package io.tensionwire.alerts.route;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tensionwire.alerts.time.TimesOfDay;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receiver that hears of an alert, and on which terms.
 *
 * @param mention whom it wakes, in the receiver's own words; {@code null}: nobody
 * @param mutes names of the mute times that hold what it would be told
 * @param digest when it is told all at once what came since and {@linkplain #waitsForDigest may wait}; {@code null}:
 *     everything as it comes
 * @param unacknowledged who is told again when nobody acknowledges what is critical; {@code null}: nobody
 */
public record Destination(
    String receiver, @Nullable String mention, List<String> mutes, @Nullable TimesOfDay digest,
    @Nullable Unacknowledged unacknowledged) {

  /** What edits what was told, founds it better or ends it wakes nobody. */
  private static final Set<@Nullable AlertKind> NEWS =
      EnumSet.complementOf(EnumSet.of(AlertKind.UPDATED, AlertKind.CLOSED, AlertKind.CORROBORATED));

  private static final Set<@Nullable AlertKind> CORRECTIONS = EnumSet.of(AlertKind.DEESCALATED, AlertKind.CORRECTED);
  private static final Set<String> HIGH = Set.of(WireName.of(Severity.HIGH), WireName.of(Severity.CRITICAL));

  public Destination {
    requireNonNull(receiver, "receiver of a destination is missing");
    mutes = List.copyOf(mutes);
  }

  /** As it comes, waking nobody. */
  public Destination(String receiver, @Nullable String mention) {
    this(receiver, mention, List.of(), null, null);
  }

  /**
   * Whether this alert is told in the digest, if there is one: what is high or critical, and the correction of such, is
   * told as it comes on every route.
   */
  public boolean waitsForDigest(Alert alert) {
    return digest != null && !isHigh(alert) && !correctsHigh(alert);
  }

  /** Whom this alert wakes: somebody for what is high or critical now, and for what is no longer. */
  public @Nullable String wakes(Alert alert) {
    return isHigh(alert) && NEWS.contains(alert.kind()) || correctsHigh(alert) ? mention : null;
  }

  private static boolean isHigh(Alert alert) {
    return alert.severity().atLeast(Severity.HIGH);
  }

  private static boolean correctsHigh(Alert alert) {
    return CORRECTIONS.contains(alert.kind()) && HIGH.contains(requireNonNullElse(alert.before(), ""));
  }
}
