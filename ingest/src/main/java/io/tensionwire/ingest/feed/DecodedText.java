package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text and the charset that its bytes were read in: by the content where the label is absent or wrong.
 *
 * @param label what the header or the prolog says, empty where neither does
 */
public record DecodedText(String text, String charset, String label) {

  private static final Pattern HEADER = Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROLOG =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)", Pattern.CASE_INSENSITIVE);

  /** What labels mean in the wild. */
  private static final Map<String, String> MEANT = Map.of(
      "euc-kr", "x-windows-949", "ks_c_5601-1987", "x-windows-949", "ksc5601", "x-windows-949", "gb2312", "gb18030",
      "iso-8859-1", "windows-1252", "latin1", "windows-1252", "us-ascii", "windows-1252", "ascii", "windows-1252",
      "shift_jis", "windows-31j");

  public static DecodedText of(byte[] bytes, @Nullable String contentType) {
    String header = contentType == null ? "" : group(HEADER, contentType);
    String prolog = group(PROLOG, new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1));
    String said = name(header.isEmpty() ? prolog : header);
    Charset marked = byteOrderMark(bytes);
    if (marked != null && (marked != UTF_8 || strictly(bytes, UTF_8) != null)) {
      String text = new String(bytes, marked);
      return new DecodedText(text.startsWith("\uFEFF") ? text.substring(1) : text, name(marked), said);
    }
    if (marked != null) {
      return of(Arrays.copyOfRange(bytes, 3, bytes.length), contentType); // A mark of UTF-8 before something else.
    }
    if (!holdsMultiByte(bytes)) {
      Charset shifted = said.startsWith("iso-2022-") ? charset(said) : null;
      return new DecodedText(new String(bytes, shifted == null ? UTF_8 : shifted), label(header, prolog, contentType), said);
    }
    String utf8 = strictly(bytes, UTF_8);
    if (utf8 != null) {
      return new DecodedText(utf8, "utf-8", said);
    }
    if (MixedText.isMostlyUtf8(bytes)) {
      return new DecodedText(MixedText.decode(bytes), "utf-8", said);
    }
    for (String label : new LinkedHashSet<>(List.of(header, prolog))) {
      Charset charset = charset(label);
      String text = charset == null || charset.name().startsWith("UTF-") ? null : strictly(bytes, charset);
      if (charset != null && text != null) {
        Charset meant = CharsetGuess.check(bytes, charset);
        return meant.equals(charset) ? new DecodedText(text, name(label), said)
            : new DecodedText(new String(bytes, meant), name(meant), said);
      }
    }
    Charset guess = CharsetGuess.of(bytes);
    return new DecodedText(new String(bytes, guess), name(guess), said);
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes) {
    int b0 = bytes.length > 0 ? bytes[0] & 0xff : -1;
    int b1 = bytes.length > 1 ? bytes[1] & 0xff : -1;
    int b2 = bytes.length > 2 ? bytes[2] & 0xff : -1;
    int b3 = bytes.length > 3 ? bytes[3] & 0xff : -1;
    if (b0 == 0xef && b1 == 0xbb && b2 == 0xbf) {
      return UTF_8;
    }
    // With a mark, or a '<' in its place.
    if ((b0 == 0xff && b1 == 0xfe && b2 == 0 && b3 == 0) || (b0 == '<' && b1 == 0 && b2 == 0 && b3 == 0)) {
      return Charset.forName("UTF-32LE");
    }
    if ((b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) || (b0 == 0 && b1 == 0 && b2 == 0 && b3 == '<')) {
      return Charset.forName("UTF-32BE");
    }
    if ((b0 == 0xff && b1 == 0xfe) || (b0 == '<' && b1 == 0)) {
      return Charset.forName("UTF-16LE");
    }
    if ((b0 == 0xfe && b1 == 0xff) || (b0 == 0 && b1 == '<')) {
      return Charset.forName("UTF-16BE");
    }
    return zeros(bytes);
  }

  /** ASCII in UTF-16 is every other byte a zero, whatever stands in front of the root. */
  private static @Nullable Charset zeros(byte[] bytes) {
    int looked = Math.min(bytes.length, 400) & ~1;
    int first = 0;
    int second = 0;
    for (int i = 0; i < looked; i += 2) {
      first += bytes[i] == 0 ? 1 : 0;
      second += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (looked >= 8 && first + second > looked / 4) {
      return second > first * 4 ? Charset.forName("UTF-16LE") : first > second * 4 ? Charset.forName("UTF-16BE") : null;
    }
    return null;
  }

  /** What plain ASCII is called: as labelled, and where it is not, by RFC 3023. */
  private static String label(String header, String prolog, @Nullable String contentType) {
    if (!header.isEmpty()) {
      return name(header);
    }
    if (contentType != null && contentType.strip().toLowerCase(Locale.ROOT).startsWith("text/")) {
      return "us-ascii";
    }
    return prolog.isEmpty() ? "utf-8" : name(prolog);
  }

  private static boolean holdsMultiByte(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Charset charset(String label) {
    if (label.isBlank()) {
      return null;
    }
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MEANT.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // A label that means nothing: the content decides.
    }
  }

  /** The text, or {@code null} where the bytes are none in this charset; a last character may be cut off. */
  static @Nullable String strictly(byte[] bytes, Charset charset) {
    var decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    return decoder.decode(ByteBuffer.wrap(bytes), text, false).isError() ? null : text.flip().toString();
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String name(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    return name.equals("gb2312") ? "gb18030" : name;
  }

  private static String name(Charset charset) {
    return charset.name().toLowerCase(Locale.ROOT);
  }
}
