package io.tensionwire.model;

/** The life of a story. A merged story names the one it went into. */
public enum StoryStatus {
  OPEN,
  CLOSED,
  MERGED
}
