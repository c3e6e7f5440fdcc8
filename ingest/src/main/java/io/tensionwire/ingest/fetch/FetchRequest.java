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
 * @param maxBytes of the body, decompressed; {@link Fetcher#MOST_BYTES} at most
 * @param timeout for the whole exchange, redirects and the last byte included; waiting for the host's turn is not
 * @param form what to send by POST; absent: asked by GET
 */
public record FetchRequest(
    URI uri,
    Purpose purpose,
    Map<String, String> headers,
    @Nullable String etag,
    @Nullable String lastModified,
    long maxBytes,
    Duration timeout,
    @Nullable String form) {

  /** What the document is wanted for: it decides about manners. */
  public enum Purpose {
    /**
     * A feed that somebody configured: published for programs, so robots.txt is not asked. Goes before queued pages of
     * its host; of one that breaks off, what came is taken.
     */
    FEED,
    /** A sitemap that is polled like a feed, as far as robots.txt lets us. */
    SITEMAP,
    /** An article's page, as far as robots.txt lets us. */
    PAGE,
    /** The robots.txt itself. */
    ROBOTS,
    /** A hub that is told something: its answer matters, not what it holds. */
    HUB
  }

  public FetchRequest {
    headers = Map.copyOf(headers);
    if (maxBytes < 1 || maxBytes > Fetcher.MOST_BYTES) {
      throw new IllegalArgumentException(maxBytes + " bytes: from 1 to " + Fetcher.MOST_BYTES + " can be asked for");
    }
  }

  /** Asks for a feed. */
  public static FetchRequest of(URI uri, long maxBytes, Duration timeout) {
    return new FetchRequest(uri, Purpose.FEED, Map.of(), null, null, maxBytes, timeout, null);
  }

  /** Asks for an article's page. */
  public static FetchRequest page(URI uri, long maxBytes, Duration timeout) {
    return of(uri, maxBytes, timeout).withPurpose(Purpose.PAGE);
  }

  /** Sends a form, {@code application/x-www-form-urlencoded}, to a hub. */
  public static FetchRequest form(URI uri, String encoded, long maxBytes, Duration timeout) {
    return new FetchRequest(uri, Purpose.HUB, Map.of(), null, null, maxBytes, timeout, encoded);
  }

  public FetchRequest withPurpose(Purpose changed) {
    return new FetchRequest(uri, changed, headers, etag, lastModified, maxBytes, timeout, form);
  }

  public FetchRequest withHeaders(Map<String, String> changed) {
    return new FetchRequest(uri, purpose, changed, etag, lastModified, maxBytes, timeout, form);
  }

  public FetchRequest withValidators(@Nullable String knownEtag, @Nullable String knownLastModified) {
    return new FetchRequest(uri, purpose, headers, knownEtag, knownLastModified, maxBytes, timeout, form);
  }
}
