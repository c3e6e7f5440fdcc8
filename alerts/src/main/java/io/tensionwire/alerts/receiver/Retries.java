package io.tensionwire.alerts.receiver;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a message that a receiver did not take is tried again, for a receiver that has times of its own. Each pause gets
 * up to a tenth longer, so that what failed together does not come back together.
 *
 * @param pauses after the first try, the second and so on; at least one, none of them empty
 */
public record Retries(List<Duration> pauses) {

  /**
   * Ten tries over 76 hours, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it for an example.
   */
  public static final Retries STANDARD_WEBHOOKS = new Retries(List.of(
      Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5),
      Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24)));

  /** A tenth of each pause. */
  private static final int JITTER = 10;

  /** What a try may be late because its receiver was left alone, or nobody was there to make it. */
  private static final Duration SLACK = Duration.ofHours(1);

  public Retries {
    if (pauses.isEmpty() || pauses.stream().anyMatch(pause -> !pause.isPositive())) {
      throw new IllegalArgumentException("retries after " + pauses);
    }
    pauses = List.copyOf(pauses);
  }

  /** All pauses together. */
  public Duration whole() {
    return pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Nothing is tried later than this after it was raised. */
  public Duration latest() {
    return whole().plus(whole().dividedBy(JITTER)).plus(SLACK);
  }

  /**
   * How long until the next try. A try that came early, because the receiver answered to something else, makes the
   * pauses longer sooner, not the whole shorter.
   *
   * @param tries so far, from 1
   * @param since how long ago the alert was raised
   * @return {@code null} where that was the last one
   */
  public @Nullable Duration after(int tries, Duration since, RandomGenerator random) {
    Duration left = whole().minus(since);
    if (tries > pauses.size() && !left.isPositive()) {
      return null;
    }
    Duration usual = pauses.get(Math.min(tries, pauses.size()) - 1);
    Duration pause = tries > pauses.size() && left.compareTo(usual) < 0 ? left : usual;
    Duration jittered = pause.plusMillis(random.nextLong(pause.toMillis() / JITTER + 1));
    return since.plus(jittered).compareTo(latest()) > 0 ? null : jittered;
  }
}
