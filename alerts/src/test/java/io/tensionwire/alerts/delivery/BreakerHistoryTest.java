package io.tensionwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.service.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** A {@link Breaker} after any run of answers, held against what its words say. */
class BreakerHistoryTest {

  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
  private static final Duration DEAD_AFTER = Duration.ofMinutes(10);
  private static final Backoff RESTS = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final Backoff PROBES = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10));

  private enum Answer {
    TOLD,
    LIMITED,
    UNAVAILABLE,
    FORBIDDEN
  }

  private record Call(Answer answer, int secondsLater) {}

  private Breaker breaker = closed();
  private @Nullable Instant since;
  private int failures;
  private boolean dead;

  @BeforeTry
  void nothingHasHappened() {
    breaker = closed();
    since = null;
    failures = 0;
    dead = false;
  }

  @Property(tries = 500)
  void itsStateFollowsFromWhatCameSinceTheLastAnswer(@ForAll("calls") List<Call> calls) {
    Instant now = START;
    for (Call call : calls) {
      now = now.plusSeconds(call.secondsLater());
      boolean open = breaker.status().state() != Breaker.State.CLOSED;
      breaker.called();
      assertThat(breaker.status().state()).isEqualTo(open ? Breaker.State.HALF_OPEN : Breaker.State.CLOSED);

      Duration pause = answer(call.answer(), now);

      boolean opens = open && failures > 0 || failures >= Breaker.FAILURES || dead && call.answer() != Answer.LIMITED;
      assertThat(breaker.status().dead()).isEqualTo(dead);
      assertThat(breaker.status().since()).isEqualTo(since);
      assertThat(breaker.status().failures()).isEqualTo(failures);
      assertThat(breaker.status().problem()).isEqualTo(since == null ? null : call.answer() + " at " + now);
      assertThat(breaker.status().state()).isEqualTo(opens ? Breaker.State.OPEN : Breaker.State.CLOSED);
      if (pause != null) {
        checkPause(pause, opens, now);
      }
    }
  }

  private static Breaker closed() {
    return new Breaker(RESTS, PROBES, DEAD_AFTER, new Random(7));
  }

  private @Nullable Duration answer(Answer answer, Instant now) {
    String problem = answer + " at " + now;
    if (answer == Answer.TOLD) {
      breaker.answered();
      since = null;
      failures = 0;
      dead = false;
      return null;
    }
    Instant first = Objects.requireNonNullElse(since, now);
    since = first;
    dead |= !now.isBefore(first.plus(DEAD_AFTER)) || answer == Answer.FORBIDDEN;
    if (answer == Answer.LIMITED) {
      breaker.limited(problem, now);
      return null;
    }
    failures++;
    return breaker.failed(answer == Answer.FORBIDDEN ? Reason.FORBIDDEN : Reason.UNAVAILABLE, problem, now);
  }

  private void checkPause(Duration pause, boolean open, Instant now) {
    assertThat(pause).isPositive().isLessThanOrEqualTo((open ? PROBES : RESTS).most());
    if (open && !dead) {
      Duration untilDead = Duration.between(now, Objects.requireNonNull(since).plus(DEAD_AFTER));
      assertThat(pause).as("its death is found out in time")
          .isLessThanOrEqualTo(untilDead.compareTo(RESTS.first()) < 0 ? RESTS.first() : untilDead);
    }
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(1, Answer.TOLD), Tuple.of(2, Answer.LIMITED),
                Tuple.of(8, Answer.UNAVAILABLE), Tuple.of(1, Answer.FORBIDDEN)),
            Arbitraries.integers().between(0, 240))
        .as(Call::new).list().ofMaxSize(20);
  }
}
