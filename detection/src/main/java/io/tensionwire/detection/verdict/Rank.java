package io.tensionwire.detection.verdict;

/** Who acts or speaks, in falling order; a name of the country alone is its government. */
public enum Rank {
  HEAD,
  MINISTER,
  DEPUTY,
  SPOKESPERSON,
  AMBASSADOR,
  GOVERNMENT,
  DIPLOMAT,
  UNKNOWN,
  EXPERT,
  COMPANY;

  /** Whether its word is the state's: a ministry's spokesperson or above, or the government as such. */
  boolean speaksForTheState() {
    return compareTo(GOVERNMENT) <= 0;
  }

  /** Whether it speaks for no state at all. */
  boolean third() {
    return this == EXPERT || this == COMPANY;
  }
}
