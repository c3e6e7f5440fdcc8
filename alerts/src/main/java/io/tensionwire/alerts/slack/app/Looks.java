package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.receiver.Haste;
import io.tensionwire.alerts.receiver.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at once more a while later, one after the other, while this instance is the active one. A look that gets
 * no answer is repeated.
 */
final class Looks implements AutoCloseable {

  /**
   * When.
   *
   * @param after how long after a post it is looked again
   * @param every how long from one round to the next
   * @param retry how long after a look that got no answer, where Slack does not say
   * @param pace how long from one call of a round to the next: Slack allows 50 a minute for all that the app does
   */
  record Times(List<Duration> after, Duration every, Duration retry, Duration pace) {

    static final Times USUAL =
        new Times(
            List.of(Haste.of(Duration.ofSeconds(30)), Haste.of(Duration.ofMinutes(5))),
            Haste.of(Duration.ofMinutes(15)), Haste.of(Duration.ofSeconds(20)), Haste.of(Duration.ofMillis(1500)));

    Times {
      after = List.copyOf(after);
    }

    Times after(List<Duration> delays) {
      return new Times(delays, every, retry, pace);
    }
  }

  /** A look at what stands in the channel. */
  @FunctionalInterface
  interface Look {
    void look() throws CallFailed, InterruptedException;
  }

  private static final int MOST_TRIES = 20;

  private final Times times;
  private final Trouble trouble;
  private BooleanSupplier active = () -> true;
  private @Nullable ScheduledExecutorService later;

  Looks(Times times, Trouble trouble) {
    this.times = times;
    this.trouble = trouble;
  }

  /**
   * This instance is the active one from now on.
   *
   * @param active whether it may still take itself for that
   * @param round what is done soon, and then again and again
   */
  synchronized void open(BooleanSupplier active, Look round) {
    if (later == null) {
      this.active = active;
      later = Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("slack-looks").factory());
      times.after().forEach(delay -> schedule(round, delay, 1));
      later.scheduleWithFixedDelay(
          () -> run(round, MOST_TRIES), times.every().toMillis(), times.every().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Looks again when it is usual to. */
  synchronized void again(Look look) {
    times.after().forEach(delay -> schedule(look, delay, 1));
  }

  /** Between two calls of a round. */
  void pause() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(times.pace().toNanos());
  }

  private synchronized void schedule(Look look, Duration delay, int tries) {
    ScheduledExecutorService executor = later;
    if (executor != null) {
      executor.schedule(() -> run(look, tries), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void run(Look look, int tries) {
    try {
      if (!active()) {
        schedule(look, times.retry(), tries);
        return;
      }
      look.look();
    } catch (CallFailed e) {
      trouble.tell(e);
      if (e.outcome() instanceof Outcome.Retryable later && tries < MOST_TRIES) {
        Duration asked = later.retryAfter();
        schedule(look, asked == null ? times.retry() : asked, tries + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A process that was paused may still believe that it is the one: whoever changes something asks first. */
  synchronized boolean active() {
    return active.getAsBoolean();
  }

  /** Another instance may be the active one. */
  @Override
  public synchronized void close() {
    if (later != null) {
      later.shutdownNow();
      later = null;
    }
  }
}
