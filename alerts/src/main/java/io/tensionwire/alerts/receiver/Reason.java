package io.tensionwire.alerts.receiver;

import io.tensionwire.model.WireName;
import org.jspecify.annotations.Nullable;

/** Why a delivery is in its state: on the topic, in lower-kebab-case, and as a label of the metrics. */
public enum Reason {
  /** It happened longer ago than {@code alerts.max-age}. */
  OLDER_THAN_MAX_AGE,
  /** It changes a message that was told, and the receiver cannot. */
  CARRIES_AN_EDIT,
  /** It changes a message, and this receiver was never told what it changes. */
  NOTHING_TO_EDIT,
  /** The receiver is configured, but a secret of it is not set. */
  RECEIVER_IS_OFF,
  /** The receiver is not in the configuration any more. */
  RECEIVER_IS_GONE,
  /** The alert has left its topic while the delivery waited. */
  ALERT_IS_GONE,
  /** A silence holds it back; its id follows. */
  SILENCED,
  /** Pending: the receiver is left alone for now; the name of the mute time follows. */
  MUTED,
  /** Pending: the route tells all at once, at its times. */
  AWAITS_DIGEST,
  /** It was told in a digest, or its digest could not be told; why follows. */
  DIGEST,
  /** There is nothing left that the notice would tell. */
  NOTHING_LEFT,
  /** Tried for {@code alerts.give-up-after}; the last problem follows. */
  GAVE_UP,
  /** Somebody asked for it once more; when, follows. */
  REPLAYED,
  /** A newer update of the same story waited behind it. */
  SUPERSEDED,
  /** Its receiver is dead, and another tells it: which one follows. */
  RECEIVER_DEAD,
  /** The alert itself says that this receiver is dead; the receiver's own problem follows. */
  TELLS_OF_ITS_DEATH,
  /** The alert itself says that this receiver answers again. */
  TELLS_OF_ITS_RETURN,

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
  /** The receiver wants to hear nothing more (410 of Standard Webhooks): it is not asked whether that is still so. */
  DISABLED,
  /** The receiver answered with something that it never should. */
  UNEXPECTED_ANSWER;

  /** Whether it says that the receiver is not there for us, whatever it is told, until somebody mends it. */
  public boolean isPermanent() {
    return this == FORBIDDEN || this == NOT_FOUND || this == DISABLED;
  }

  /** Whether it says something about the receiver, or what stands at its address, rather than about the message. */
  public boolean concernsReceiver() {
    return isPermanent() || this == UNEXPECTED_ANSWER;
  }

  /** Whether a call that ended so may have told the alert. */
  public boolean leavesOpen() {
    return this == TIMED_OUT || this == ANSWER_LOST;
  }

  /** Whether a delivery's reason is this one, with whatever detail. */
  public boolean isIn(@Nullable String text) {
    return text != null && text.split(":", 2)[0].equals(WireName.of(this));
  }

  /** For the topic: the reason, and a detail where there is one. */
  public String with(@Nullable String detail) {
    return detail == null ? WireName.of(this) : WireName.of(this) + ": " + detail;
  }
}
