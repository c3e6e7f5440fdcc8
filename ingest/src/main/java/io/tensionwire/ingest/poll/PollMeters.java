package io.tensionwire.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts polls, and measures how late news is found. */
final class PollMeters {

  /** What is older was put into its feed late, or again: it says nothing about polling. */
  private static final Duration OLD = Duration.ofDays(1);

  private final MeterRegistry meters;
  private final Timer delay;

  PollMeters(MeterRegistry meters) {
    this.meters = meters;
    this.delay = Timer.builder("tensionwire.ingest.discovery.delay").publishPercentiles(0.5, 0.95).register(meters);
  }

  void polled(PollAnswer answer) {
    String outcome = switch (answer) {
      case PollAnswer.Read ignored -> "read";
      case PollAnswer.Unchanged ignored -> "not-modified";
      case PollAnswer.Failed failed -> failed.outcome();
    };
    meters.counter("tensionwire.ingest.polls", "outcome", outcome).increment();
  }

  /** @param news when the entries were published that have been told now */
  void told(List<Instant> news, Instant now) {
    for (Instant published : news) {
      Duration late = Duration.between(published, now);
      if (late.isPositive() && late.compareTo(OLD) < 0) {
        delay.record(late);
      }
    }
  }
}
