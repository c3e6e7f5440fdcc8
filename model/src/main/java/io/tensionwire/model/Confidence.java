package io.tensionwire.model;

/** How well a report is founded, in rising order; never raises the severity. */
public enum Confidence {
  ALLEGED,
  SINGLE,
  OFFICIAL,
  CORROBORATED
}
