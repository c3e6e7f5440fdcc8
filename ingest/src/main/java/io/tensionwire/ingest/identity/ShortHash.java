package io.tensionwire.ingest.identity;

import io.tensionwire.model.Id;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Hashes for what is remembered of thousands of entries: long enough to tell those of one feed apart, and no longer. The
 * first bits of an {@link Id}, in base64 for addresses (RFC 4648, 5).
 */
final class ShortHash {

  /** 72 bits. */
  static final int KEY = 12;
  /** 48 bits. */
  static final int TEXT = 8;

  private ShortHash() {}

  static String key(String... parts) {
    return of(KEY, parts);
  }

  static String text(String... parts) {
    return of(TEXT, parts);
  }

  private static String of(int length, String... parts) {
    return Base64.getUrlEncoder().encodeToString(HexFormat.of().parseHex(Id.of(parts))).substring(0, length);
  }
}
