package io.tensionwire.service;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a page shows for now.
 *
 * @param etag with its quotation marks; the same for as long as the bytes are
 * @param lastModified to the second, as it goes into a header
 */
public record PageContent(String contentType, byte[] body, String etag, Instant lastModified) {

  private static final int ETAG_BYTES = 12;

  public static PageContent of(String contentType, byte[] body, Instant lastModified) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return new PageContent(
          contentType, body, "\"" + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + "\"",
          Instant.ofEpochSecond(lastModified.getEpochSecond()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
