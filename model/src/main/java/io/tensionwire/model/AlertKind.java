package io.tensionwire.model;

/** What an alert tells. {@link #UPDATED} carries edits and {@link #CLOSED} ends a story: neither notifies anybody. */
public enum AlertKind {
  OPENED,
  UPDATED,
  ESCALATED,
  DEESCALATED,
  CORROBORATED,
  CORRECTED,
  POSITION,
  TENSION,
  COVERAGE,
  CLOSED
}
