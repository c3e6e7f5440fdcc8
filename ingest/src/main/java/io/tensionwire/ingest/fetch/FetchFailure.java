package io.tensionwire.ingest.fetch;

/** Why an address gave nothing; its name is a metric's label. */
public enum FetchFailure {
  /** The name is not known, or nobody could say in time. */
  UNKNOWN_HOST,
  /** No way to the host, or nobody listens there. */
  NO_CONNECTION,
  /** The configured proxy cannot be reached or refuses us. */
  PROXY,
  /** The host is not who it says it is, or speaks no TLS that we speak. */
  TLS,
  /** The host was reached and the exchange broke off. */
  BROKEN_OFF,
  TIMED_OUT,
  /** The address is private, and private ones are not allowed. */
  ADDRESS_REFUSED,
  /** The site's robots.txt asks programs to leave the address alone. */
  ROBOTS,
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
    return switch (this) {
      case UNKNOWN_HOST, NO_CONNECTION, PROXY, BROKEN_OFF, TIMED_OUT, THROTTLED, SERVER_ERROR -> true;
      case TLS, ADDRESS_REFUSED, ROBOTS, TOO_LARGE, REDIRECT_LOOP, NOT_FOUND, GONE, REFUSED, BAD_ANSWER -> false;
    };
  }

  /**
   * Whether the host may know nothing of it: with our own network, name service or proxy down, every host fails in one
   * of these ways, and none of them in another.
   */
  public boolean mayBeOurs() {
    return switch (this) {
      case UNKNOWN_HOST, NO_CONNECTION, PROXY, TIMED_OUT -> true;
      case TLS, BROKEN_OFF, ADDRESS_REFUSED, ROBOTS, TOO_LARGE, REDIRECT_LOOP, NOT_FOUND, GONE, REFUSED, THROTTLED,
          SERVER_ERROR, BAD_ANSWER -> false;
    };
  }
}
