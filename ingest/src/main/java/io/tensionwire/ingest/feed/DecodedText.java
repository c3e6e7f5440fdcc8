package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

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
    if (marked != null) {
      String text = new String(bytes, marked);
      return new DecodedText(text.startsWith("\uFEFF") ? text.substring(1) : text, name(marked), said);
    }
    if (!holdsMultiByte(bytes)) {
      return new DecodedText(new String(bytes, UTF_8), label(header, prolog, contentType), said);
    }
    Set<String> labels = new LinkedHashSet<>();
    labels.add(header);
    labels.add(prolog);
    labels.remove("");
    String utf8 = strictly(bytes, UTF_8);
    if (utf8 != null) {
      return new DecodedText(utf8, "utf-8", said);
    }
    for (String label : labels) {
      Charset charset = charset(label);
      if (charset != null) {
        String text = strictly(bytes, charset);
        if (text != null) {
          return new DecodedText(text, name(label), said);
        }
      }
    }
    String almost = new String(bytes, UTF_8);
    if (mostlyReadable(almost)) {
      return new DecodedText(almost, "utf-8", said);
    }
    Charset guess = guess(bytes);
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
    return (b0 == 0xfe && b1 == 0xff) || (b0 == 0 && b1 == '<') ? Charset.forName("UTF-16BE") : null;
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

  /** UTF-8 with a broken character here and there. */
  private static boolean mostlyReadable(String text) {
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    return text.chars().filter(c -> c == 0xfffd).count() * 20 < foreign;
  }

  private static boolean holdsMultiByte(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static Charset guess(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, 200_000));
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    // Nobody writes feeds on a Mac of the nineties; short texts in windows-1251 look like it.
    Charset charset = found == null ? null : charset(found.equals("MACCYRILLIC") ? "windows-1251" : found);
    return charset == null ? Charset.forName("windows-1252") : charset;
  }

  private static @Nullable Charset charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MEANT.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // A label that means nothing: the content decides.
    }
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
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
