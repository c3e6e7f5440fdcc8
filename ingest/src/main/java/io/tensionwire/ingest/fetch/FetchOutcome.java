package io.tensionwire.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for an address. */
public sealed interface FetchOutcome {

  /**
   * A document.
   *
   * @param uri where it was found in the end, redirects followed
   * @param permanentlyMovedTo where permanent redirects (301, 308) led before any other; {@code null} where there was
   *     none. One answer is not proof: captive portals move everything for good
   * @param body decompressed
   * @param cutShort whether the body broke off and its end is missing; its head then has no validators, so that the
   *     whole is asked for again
   */
  record Fetched(URI uri, @Nullable URI permanentlyMovedTo, AnswerHead head, byte[] body, boolean cutShort)
      implements FetchOutcome {

    public Fetched {
      head = cutShort ? head.withoutValidators() : head;
    }

    /** A document that came from elsewhere than the web. */
    public static Fetched of(URI uri, byte[] body) {
      return new Fetched(uri, null, AnswerHead.NONE, body, false);
    }

    public @Nullable String contentType() {
      return head.contentType();
    }

    public @Nullable String contentLocation() {
      return head.contentLocation();
    }

    public @Nullable String etag() {
      return head.etag();
    }

    public @Nullable String lastModified() {
      return head.lastModified();
    }
  }

  /**
   * What is known already stands.
   *
   * @param head may bring a validator or a hint anew; where it brings none the known ones stay
   */
  record NotModified(AnswerHead head, @Nullable URI permanentlyMovedTo) implements FetchOutcome {}

  /**
   * Nothing.
   *
   * @param detail one line for people
   * @param retryAfter how long the host wants to be left alone
   * @param refusal what the host answered, if it did
   */
  record Failed(FetchFailure reason, String detail, @Nullable Duration retryAfter, @Nullable Refusal refusal)
      implements FetchOutcome {

    public Failed(FetchFailure reason, String detail) {
      this(reason, detail, null, null);
    }
  }

  /**
   * An answer that is no document.
   *
   * @param uri who answered, redirects followed
   * @param body enough of it to recognise a wall, 64 KB at most; empty where none came or none was read
   */
  record Refusal(URI uri, AnswerHead head, byte[] body) {}
}
