package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A feed in UTF-8 with pieces in another charset: entries that its maker took from others without a look. */
final class MixedText {

  private MixedText() {}

  /** Whether much of it reads in UTF-8: of text in another charset, next to nothing does. */
  static boolean isMostlyUtf8(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    long broken = text.chars().filter(c -> c == 0xfffd).count();
    long foreign = text.chars().filter(c -> c >= 0x80).count() - broken;
    return foreign * 2 > broken;
  }

  /** Each piece between tags and line ends on its own; those not in UTF-8 together in the charset that they look like. */
  static String decode(byte[] bytes) {
    Charset other = CharsetGuess.of(strangers(bytes));
    var text = new StringBuilder(bytes.length);
    for (int start = 0; start < bytes.length; ) {
      int end = end(bytes, start);
      byte[] piece = Arrays.copyOfRange(bytes, start, end);
      text.append(isStranger(piece) ? new String(piece, other) : new String(piece, UTF_8).replace("\uFFFD", ""));
      start = end;
    }
    return text.toString();
  }

  private static byte[] strangers(byte[] bytes) {
    var strangers = new ByteArrayOutputStream();
    for (int start = 0; start < bytes.length; ) {
      int end = end(bytes, start);
      byte[] piece = Arrays.copyOfRange(bytes, start, end);
      if (isStranger(piece)) {
        strangers.writeBytes(piece);
      }
      start = end;
    }
    return strangers.toByteArray();
  }

  /** A character broken here and there is no other charset. */
  private static boolean isStranger(byte[] piece) {
    return DecodedText.strictly(piece, UTF_8) == null && !isMostlyUtf8(piece);
  }

  private static int end(byte[] bytes, int start) {
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == '<' || bytes[i] == '>' || bytes[i] == '\n') {
        return i + 1;
      }
    }
    return bytes.length;
  }
}
