package io.tensionwire.alerts.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of messages (RFC 5322, 3.6.4), made from what they tell: the same whenever that is told again. */
record MailIds(String receiver, String domain) {

  private static final int BYTES = 16;

  /** Of one alert or notice. */
  String of(String id) {
    return id("message", id);
  }

  /** What all messages about one story refer to; no message has it. */
  String root(String storyId) {
    return id("story", storyId);
  }

  private String id(String kind, String id) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest((kind + "\n" + receiver + "\n" + id).getBytes(UTF_8));
      return "<" + kind + "." + HexFormat.of().formatHex(hash, 0, BYTES) + "@" + domain + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
