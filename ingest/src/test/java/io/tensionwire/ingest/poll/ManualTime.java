package io.tensionwire.ingest.poll;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that goes on when a test says so. */
final class ManualTime implements Timekeeper {

  private Instant now;
  private final List<Instant> sleepers = new ArrayList<>();

  ManualTime(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleepUntil(Instant moment) throws InterruptedException {
    sleepers.add(moment);
    notifyAll();
    try {
      while (now.isBefore(moment)) {
        wait();
      }
    } finally {
      sleepers.remove(moment);
    }
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
    notifyAll();
  }

  /** Until which moments somebody sleeps. */
  synchronized List<Instant> sleepers() {
    return sleepers.stream().sorted().filter(moment -> moment.isAfter(now)).toList();
  }
}
