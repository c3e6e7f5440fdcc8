package io.tensionwire.detection.tension;

/** What a story adds in one direction, in thousandths of a weight. */
record Part(long escalation, long deescalation) {

  static final Part NONE = new Part(0, 0);

  Part plus(Part other) {
    return new Part(escalation + other.escalation, deescalation + other.deescalation);
  }

  boolean nothing() {
    return escalation == 0 && deescalation == 0;
  }

  /** The heavier the earlier a story is listed. */
  long weight() {
    return escalation + deescalation;
  }
}
