package io.tensionwire.model;

/**
 * Whether relations get worse or better; {@link #MIXED} where both are main news. Signals are never mixed, texts may be.
 */
public enum Polarity {
  ESCALATION,
  DEESCALATION,
  MIXED
}
