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
   * @param contentType the header, as it came
   * @param contentLocation the header, as it came
   * @param body decompressed
   */
  record Fetched(
      URI uri,
      @Nullable String contentType,
      @Nullable String contentLocation,
      @Nullable String etag,
      @Nullable String lastModified,
      byte[] body)
      implements FetchOutcome {}

  /** What is known already stands. */
  record NotModified() implements FetchOutcome {}

  /**
   * Nothing.
   *
   * @param detail one line for people
   * @param retryAfter how long the host wants to be left alone
   */
  record Failed(FetchFailure reason, String detail, @Nullable Duration retryAfter) implements FetchOutcome {}
}
