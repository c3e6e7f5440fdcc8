package io.tensionwire.alerts.discord;

import io.tensionwire.alerts.http.Reply;
import java.util.concurrent.TimeUnit;

/** How often the webhook may still be called, by the <a href="https://discord.com/developers/docs/topics/rate-limits">
 * headers</a> of its answers: it is waited for rather than run into, for whoever runs into limits gets blocked. */
final class Allowance {

  /** Longer than this nobody is kept waiting: Discord then says itself how long. */
  private static final double MOST_SECONDS = 5;

  private long notBefore = System.nanoTime();

  void read(Reply.Answer answer) {
    String remaining = answer.header("X-RateLimit-Remaining");
    String seconds = answer.header("X-RateLimit-Reset-After");
    if ("0".equals(remaining) && seconds != null && seconds.matches("\\d{1,6}(\\.\\d{1,9})?")) {
      double wait = Math.min(Double.parseDouble(seconds), MOST_SECONDS);
      notBefore = System.nanoTime() + (long) (wait * TimeUnit.SECONDS.toNanos(1));
    }
  }

  void await() throws InterruptedException {
    long wait = notBefore - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }
}
