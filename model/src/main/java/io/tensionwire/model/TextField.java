package io.tensionwire.model;

/** The field of an article that an offset points into. */
public enum TextField {
  TITLE,
  SUMMARY,
  BODY
}
