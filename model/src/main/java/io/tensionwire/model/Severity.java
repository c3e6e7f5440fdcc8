package io.tensionwire.model;

/** How much an event matters to a newsroom, in rising order: the order of the constants is the order of severity. */
public enum Severity {
  /** Goes to the digest: a routine wish, an analysis, a company's or a third party's matter. */
  NOTICE,
  /** A message: a new statement, request or routine incident between the two. */
  ELEVATED,
  /** A message that mentions the shift: a formal act, or a threat or offer by a ministry's spokesperson or above. */
  HIGH,
  /** Pages somebody: a physical or hard-to-reverse act, an expulsion, lethal arms approved. */
  CRITICAL;

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
