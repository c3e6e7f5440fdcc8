package io.tensionwire.model;

import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Deterministic ids: the same parts always give the same id, so that sinks may upsert. */
public final class Id {

  private static final int BYTES = 12;

  private Id() {}

  /** The first 96 bits, in hex, of the SHA-256 of the parts; where one part ends and the next begins matters. */
  public static String of(String... parts) {
    return HexFormat.of().formatHex(digest(parts), 0, BYTES);
  }

  /** The first 128 bits, as two numbers: what stands for a key where many are to be remembered. */
  public static long[] bits(String key) {
    ByteBuffer digest = ByteBuffer.wrap(digest(new String[] {key}));
    return new long[] {digest.getLong(), digest.getLong()};
  }

  static byte[] digest(String... parts) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    for (String part : parts) {
      sha256.update(part.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }
    return sha256.digest();
  }
}
