package io.tensionwire.model;

/** How a signal stands in the text: "have not hit rock bottom" is a worsening of relations, negated. */
public enum Stance {
  ASSERTED,
  ALLEGED,
  NEGATED,
  PROPOSED,
  DEMANDED,
  CONDITIONAL
}
