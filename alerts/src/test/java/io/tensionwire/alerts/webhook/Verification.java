package io.tensionwire.alerts.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.fixtures.web.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * The other side of a signature, written from the specification and RFC 2104, with nothing of what signs. A consumer's
 * library does the same.
 */
final class Verification {

  private static final int BLOCK = 64;

  private Verification() {}

  static boolean verifies(String secret, Request call) {
    String content = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.text();
    String expected = "v1," + mac(Base64.getDecoder().decode(secret.substring("whsec_".length())), content);
    return Arrays.asList(Objects.requireNonNull(call.header("webhook-signature")).split(" ")).contains(expected);
  }

  /** HMAC-SHA256 by its definition: H(K XOR opad, H(K XOR ipad, text)). */
  static String mac(byte[] key, String text) {
    byte[] inner = Arrays.copyOf(key, BLOCK);
    byte[] outer = Arrays.copyOf(key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      inner[i] ^= 0x36;
      outer[i] ^= 0x5c;
    }
    return Base64.getEncoder().encodeToString(sha256(outer, sha256(inner, text.getBytes(UTF_8))));
  }

  private static byte[] sha256(byte[] first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      return digest.digest(second);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
