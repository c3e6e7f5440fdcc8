package io.tensionwire.alerts.receiver;

import java.time.Duration;

/** So many times shorter are all pauses: for proofs, which cannot wait for hours. */
public final class Haste {

  /** Of {@code tensionwire.alerts.hurry}; 1 in earnest. */
  public static final int TIMES = Math.max(1, Integer.getInteger("tensionwire.alerts.hurry", 1));

  private Haste() {}

  public static Duration of(Duration pause) {
    return pause.dividedBy(TIMES);
  }
}
