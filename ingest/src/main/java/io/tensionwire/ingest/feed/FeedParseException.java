package io.tensionwire.ingest.feed;

/** The bytes are no feed that can be read. The message is one line for people. */
public final class FeedParseException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the bytes are instead. */
  public enum Reason {
    HTML,
    EMPTY,
    MALFORMED
  }

  private final Reason reason;

  FeedParseException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
