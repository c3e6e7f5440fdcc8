package io.tensionwire.model;

/** What the last poll of a feed says about the feed. */
public enum FeedHealth {
  OK,
  NOT_MODIFIED,
  /** A feed without entries. */
  EMPTY,
  /** Nothing new for three times as long as is usual. */
  STALE,
  /** Its entries bear no dates. */
  UNDATED,
  /** Entries come in another charset than before: their text may be garbled. */
  ENCODING_CHANGED,
  HTML_INSTEAD_OF_FEED,
  /** A page that wants a cookie to be set first. */
  COOKIE_GATE,
  /** A page that wants to know whether we are human. */
  BOT_WALL,
  MALFORMED,
  TOO_LARGE,
  /** The host asked to be left alone for a while. */
  THROTTLED,
  UNREACHABLE,
  REFUSED,
  GONE,
  /** Nothing is wrong with the feed: it is we who reach nobody. */
  OFFLINE
}
