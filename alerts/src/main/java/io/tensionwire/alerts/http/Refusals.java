package io.tensionwire.alerts.http;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a status that is no success means, where a receiver's own rules say nothing else. */
public final class Refusals {

  private Refusals() {}

  /** @param words the receiver's own for it; left out where they could show a secret */
  public static Outcome of(Reply.Answer answer, String words) {
    return of(answer, words, answer.retryAfter());
  }

  /** The same where the receiver says elsewhere how long it wants to be left alone. */
  public static Outcome of(Reply.Answer answer, String words, @Nullable Duration retryAfter) {
    String detail = answer.detail(words);
    int status = answer.status();
    return switch (status) {
      case 429 -> new Outcome.Retryable(Reason.RATE_LIMITED, detail, retryAfter);
      case 408, 425 -> new Outcome.Retryable(Reason.UNAVAILABLE, detail, retryAfter);
      case 400, 413, 414, 415, 422 -> new Outcome.Rejected(Reason.INVALID_MESSAGE, detail);
      case 401, 403, 407 -> new Outcome.Rejected(Reason.FORBIDDEN, detail);
      case 404, 410 -> new Outcome.Rejected(Reason.NOT_FOUND, detail);
      default -> status >= 500
          ? new Outcome.Retryable(Reason.UNAVAILABLE, detail, retryAfter)
          : new Outcome.Rejected(Reason.UNEXPECTED_ANSWER, detail);
    };
  }
}
