package io.tensionwire.alerts.delivery;

import java.time.Duration;

/**
 * How long this process may take itself for the active one without having looked. A process that was paused goes on
 * where it stood, and the first thing it would do is to tell what another has told meanwhile: so whoever tells asks here
 * first, and only who has looked after its membership renews. Times are of {@link System#nanoTime}.
 */
public final class Lease {

  private final long length;
  private volatile long until;

  /** @param length shorter than the time after which another takes over */
  public Lease(Duration length) {
    this.length = length.toNanos();
    renew();
  }

  public void renew() {
    until = System.nanoTime() + length;
  }

  public boolean holds() {
    return until - System.nanoTime() > 0;
  }
}
