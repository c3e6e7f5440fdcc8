package io.tensionwire.ingest.fetch;

/** Why an address gave nothing; its name is a metric's label. */
public enum FetchFailure {
  /** No connection, or one that broke. */
  UNREACHABLE,
  TIMED_OUT,
  /** The address is private, and private ones are not allowed. */
  ADDRESS_REFUSED,
  TOO_LARGE,
  REDIRECT_LOOP,
  NOT_FOUND,
  GONE,
  /** 401, 403 and the like. */
  REFUSED,
  /** 429 or 503: not now. */
  THROTTLED,
  SERVER_ERROR,
  /** An answer that makes no sense. */
  BAD_ANSWER;

  /** Whether trying again later may help soon. */
  public boolean isTransient() {
    return this == UNREACHABLE || this == TIMED_OUT || this == THROTTLED || this == SERVER_ERROR;
  }
}
