package io.tensionwire.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for.
 *
 * @param etag validator to be sent back, verbatim
 * @param lastModified the other one
 * @param maxBytes of the body, decompressed
 * @param timeout for the whole exchange, redirects and the last byte included; waiting for the host's turn is not
 */
public record FetchRequest(
    URI uri,
    Map<String, String> headers,
    @Nullable String etag,
    @Nullable String lastModified,
    long maxBytes,
    Duration timeout) {

  public FetchRequest {
    headers = Map.copyOf(headers);
  }

  public static FetchRequest of(URI uri, long maxBytes, Duration timeout) {
    return new FetchRequest(uri, Map.of(), null, null, maxBytes, timeout);
  }

  public FetchRequest withHeaders(Map<String, String> changed) {
    return new FetchRequest(uri, changed, etag, lastModified, maxBytes, timeout);
  }

  public FetchRequest withValidators(@Nullable String knownEtag, @Nullable String knownLastModified) {
    return new FetchRequest(uri, headers, knownEtag, knownLastModified, maxBytes, timeout);
  }
}
