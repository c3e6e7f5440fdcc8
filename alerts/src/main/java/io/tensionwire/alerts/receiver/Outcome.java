package io.tensionwire.alerts.receiver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one call to a receiver. */
public sealed interface Outcome {

  /**
   * It was told.
   *
   * @param remoteId the receiver's own name for the message, where it gives one
   * @param threadId the receiver's name for the thread
   */
  record Delivered(@Nullable String remoteId, @Nullable String threadId) implements Outcome {}

  /**
   * It was not told, or nobody knows; trying again may help.
   *
   * @param detail the receiver's own word, never a secret
   * @param retryAfter what the receiver asked for, at most {@link #LONGEST}: whoever asks for years, or cannot count, is
   *     asked again all the same
   * @param lane the one that is full, by its name; {@code null}: it is not known, or none is
   */
  record Retryable(
      Reason reason, @Nullable String detail, @Nullable Duration retryAfter, @Nullable String lane) implements Outcome {

    public static final Duration LONGEST = Duration.ofHours(1);

    public Retryable {
      if (retryAfter != null) {
        retryAfter = retryAfter.isNegative() ? Duration.ZERO : retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter;
      }
    }

    public Retryable(Reason reason, @Nullable String detail, @Nullable Duration retryAfter) {
      this(reason, detail, retryAfter, null);
    }
  }

  /**
   * It was not told and never will be: for what the message is, or, where the reason {@linkplain
   * Reason#concernsReceiver concerns the receiver}, until somebody mends that one.
   */
  record Rejected(Reason reason, @Nullable String detail) implements Outcome {}

  static Outcome delivered() {
    return new Delivered(null, null);
  }
}
