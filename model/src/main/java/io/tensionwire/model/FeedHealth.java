package io.tensionwire.model;

/** What the last poll of a feed says about the feed. */
public enum FeedHealth {
  OK,
  NOT_MODIFIED,
  EMPTY,
  STALE,
  HTML_INSTEAD_OF_FEED,
  MALFORMED,
  TOO_LARGE,
  BOT_WALL,
  UNDATED,
  UNREACHABLE,
  REFUSED,
  GONE
}
