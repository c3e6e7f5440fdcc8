package io.tensionwire.model;

/** Where an article's body was taken from. */
public enum BodySource {
  FEED,
  PAGE
}
