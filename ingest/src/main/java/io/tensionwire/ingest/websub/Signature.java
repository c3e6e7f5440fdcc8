package io.tensionwire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature of a push (WebSub, 8: {@code X-Hub-Signature: method=hex}). */
record Signature(String algorithm, byte[] value) {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

  /** {@code null} where the header is absent or no signature. */
  static @Nullable Signature parse(@Nullable String header) {
    int equals = header == null ? -1 : header.indexOf('=');
    if (header == null || equals < 0) {
      return null;
    }
    String algorithm = ALGORITHMS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
    try {
      return algorithm == null ? null : new Signature(algorithm, HexFormat.of().parseHex(header.substring(equals + 1).strip()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Reads a body to its end, keeping nothing of it, and compares in constant time.
   *
   * @param mostBytes a longer body is read no further, and not signed
   */
  boolean signs(InputStream body, String secret, long mostBytes) throws IOException {
    Mac mac;
    try {
      mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
    byte[] block = new byte[16 * 1024];
    long total = 0;
    for (int read = body.read(block); read >= 0; read = body.read(block)) {
      total += read;
      if (total > mostBytes) {
        return false;
      }
      mac.update(block, 0, read);
    }
    return MessageDigest.isEqual(mac.doFinal(), value);
  }
}
