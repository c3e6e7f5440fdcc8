package io.tensionwire.alerts.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.yaml.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric key of the specification: {@code whsec_} and 24 to 64 bytes in base64. */
final class SigningKey {

  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  private SigningKey(SecretKeySpec key) {
    this.key = key;
  }

  /** @throws IllegalArgumentException if it is none; the message does not show it */
  static SigningKey of(Secret secret) {
    String text = secret.reveal();
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("does not start with " + PREFIX);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not base64 after " + PREFIX);
    }
    if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "has " + bytes.length + " bytes; " + LEAST_BYTES + " to " + MOST_BYTES + " are a key");
    }
    return new SigningKey(new SecretKeySpec(bytes, HMAC));
  }

  /** {@code v1,} and the base64 of the HMAC-SHA256 of {@code id.timestamp.body}. */
  String sign(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
