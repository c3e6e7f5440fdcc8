package io.tensionwire.alerts.receiver;

import io.tensionwire.model.WireName;
import org.jspecify.annotations.Nullable;

/** Why a delivery is in its state: on the topic, in lower-kebab-case, and as a label of the metrics. */
public enum Reason {
  /** It happened longer ago than {@code alerts.max-age}. */
  OLDER_THAN_MAX_AGE,
  /** It changes a message that was told, and the receiver cannot. */
  CARRIES_AN_EDIT,
  /** The receiver is configured, but a secret of it is not set. */
  RECEIVER_IS_OFF,
  /** The receiver is not in the configuration any more. */
  RECEIVER_IS_GONE,
  /** The alert has left its topic while the delivery waited. */
  ALERT_IS_GONE,
  /** Tried for {@code alerts.give-up-after}; the last problem follows. */
  GAVE_UP,

  /** 429: sent too fast. */
  RATE_LIMITED,
  /** The receiver says that it cannot at the moment: 5xx. */
  UNAVAILABLE,
  /** No connection: nothing was sent. */
  UNREACHABLE,
  /** Sent, but the answer did not come in time: it may have been told. */
  TIMED_OUT,
  /** Sent, but the connection broke before the answer: it may have been told. */
  ANSWER_LOST,

  /** The receiver does not take what we sent: our fault. */
  INVALID_MESSAGE,
  /** The receiver does not let us. */
  FORBIDDEN,
  /** There is no such receiver, or no longer. */
  NOT_FOUND,
  /** The receiver answered with something that it never should. */
  UNEXPECTED_ANSWER;

  /** Whether a call that ended so may have told the alert. */
  public boolean leavesOpen() {
    return this == TIMED_OUT || this == ANSWER_LOST;
  }

  /** For the topic: the reason, and a detail where there is one. */
  public String with(@Nullable String detail) {
    return detail == null ? WireName.of(this) : WireName.of(this) + ": " + detail;
  }
}
