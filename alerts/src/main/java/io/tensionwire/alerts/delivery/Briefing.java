package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import org.jspecify.annotations.Nullable;

/** What a receiver is told of an alert, as things stand when it is called: asked before each call. */
@FunctionalInterface
public interface Briefing {
  Dispatch of(Waiting waiting);

  /** What is told in its place, where the delivery is of no alert: a digest, a hand-over; {@code null} for an alert. */
  default @Nullable Notice notice(Waiting waiting) {
    return null;
  }

  /** Why it is not to be told any more, as it goes on record; {@code null} where it is. */
  default @Nullable String revoked(Waiting waiting) {
    return null;
  }
}
