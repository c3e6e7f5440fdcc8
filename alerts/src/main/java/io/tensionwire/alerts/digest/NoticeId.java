package io.tensionwire.alerts.digest;

import io.tensionwire.model.Delivery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a delivery in the place of an alert's id where it is of none: {@code digest/2026-11-21T07:00:00Z}.
 *
 * @param of the moment that it is for, or the alert
 */
record NoticeId(Kind kind, String of) {

  /** What is told by the clock. */
  enum Kind {
    /** What was held back until that moment. */
    DIGEST("digest/"),
    /** What the shift that ended at that moment hands over. */
    SHIFT("shift/"),
    /** That nobody acknowledged that alert. */
    AGAIN("again/");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  static NoticeId digest(Instant at) {
    return new NoticeId(Kind.DIGEST, at.toString());
  }

  static NoticeId shift(Instant at) {
    return new NoticeId(Kind.SHIFT, at.toString());
  }

  static NoticeId again(String alertId) {
    return new NoticeId(Kind.AGAIN, alertId);
  }

  /** {@code null} where the delivery is of an alert. */
  static @Nullable NoticeId of(Delivery delivery) {
    for (Kind kind : Kind.values()) {
      if (delivery.alertId().startsWith(kind.prefix)) {
        var id = new NoticeId(kind, delivery.alertId().substring(kind.prefix.length()));
        return kind == Kind.AGAIN || id.at() != null ? id : null;
      }
    }
    return null;
  }

  /** The moment; {@code null} where it is none. */
  @Nullable Instant at() {
    try {
      return Instant.parse(of);
    } catch (DateTimeParseException e) {
      return null; // Somebody else's id, which only begins alike.
    }
  }

  @Override
  public String toString() {
    return kind.prefix + of;
  }
}
