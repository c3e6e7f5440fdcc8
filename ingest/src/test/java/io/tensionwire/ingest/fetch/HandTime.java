package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that stands still until a test moves it. */
final class HandTime implements Timekeeper {

  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final List<Instant> sleepers = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleepUntil(Instant moment) throws InterruptedException {
    sleepers.add(moment);
    try {
      while (moment.isAfter(now)) {
        wait();
      }
    } finally {
      sleepers.remove(moment);
    }
  }

  synchronized void advance(Duration by) {
    now = now.plus(by);
    notifyAll();
  }

  synchronized int sleepers() {
    return sleepers.size();
  }
}
