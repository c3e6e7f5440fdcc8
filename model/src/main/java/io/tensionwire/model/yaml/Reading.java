package io.tensionwire.model.yaml;

import io.tensionwire.model.WireName;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What single values mean. Each refuses what it cannot read; the message goes on after the key and the value. */
final class Reading {

  private static final String NO_ADDRESS = "is not an address; write it like https://example.com/feed.xml";

  private Reading() {}

  static boolean flag(String text) {
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  static int integer(String text, int least, int most) {
    int number = or("is not a whole number", Integer::valueOf, text);
    if (number < least || number > most) {
      throw new IllegalArgumentException("must be from " + least + " to " + most);
    }
    return number;
  }

  static Duration duration(String text) {
    return or("is not a length of time; write it like 500ms, 60s, 10m, 24h or 14d", DurationText::parse, text);
  }

  /** An address with a scheme and a host. */
  static URI uri(String text) {
    URI uri = or(NO_ADDRESS, URI::create, text);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException(NO_ADDRESS);
    }
    return uri;
  }

  static ZoneId zone(String text) {
    return or("is not a time zone; write it like Asia/Seoul", ZoneId::of, text);
  }

  static LocalDate date(String text) {
    return or("is not a date; write it like 2026-11-21", LocalDate::parse, text);
  }

  static <E extends Enum<E>> E constant(String text, Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (WireName.of(constant).equals(text)) {
        return constant;
      }
      names.add(WireName.of(constant));
    }
    String nearest = Nearest.to(text, names);
    throw new IllegalArgumentException(
        nearest == null ? "is none of " + String.join(", ", names) : "is not known; did you mean " + nearest + "?");
  }

  private static <T> T or(String refusal, Function<String, ? extends @Nullable T> parser, String text) {
    T value = null;
    try {
      value = parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      // Said below, without the parser's words.
    }
    if (value == null) {
      throw new IllegalArgumentException(refusal);
    }
    return value;
  }
}
