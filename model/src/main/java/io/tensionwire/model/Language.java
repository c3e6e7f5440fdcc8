package io.tensionwire.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that signals are read in; everything else is {@link #OTHER} and passed over. */
public enum Language {
  EN,
  KO,
  RU,
  OTHER;

  /** The language of an IETF tag such as {@code ko} or {@code ko-KR}; {@code null} where there is no tag. */
  public static @Nullable Language ofTag(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    return switch (tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0]) {
      case "en" -> EN;
      case "ko" -> KO;
      case "ru" -> RU;
      default -> OTHER;
    };
  }

  /** The two-letter tag, {@code und} for {@link #OTHER}. */
  public String tag() {
    return this == OTHER ? "und" : name().toLowerCase(Locale.ROOT);
  }
}
