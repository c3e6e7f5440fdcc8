package io.tensionwire.ingest.article;

import io.tensionwire.model.Seen;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How soon a text is told again: pages that are written on while something happens change each minute. */
final class Pace {

  /** Of an ordinary article: from the feed, from the page, corrected. */
  private static final int AT_ONCE = 3;
  private static final Duration PAUSE = Duration.ofMinutes(3);
  private static final int MANY = 20;
  private static final Duration LONG_PAUSE = Duration.ofMinutes(10);

  private Pace() {}

  /** Not before this moment; the text that stands then is the one to tell. */
  static Instant notBefore(@Nullable Seen told, Instant now) {
    if (told == null || told.toldAt() == null || told.revision() < AT_ONCE) {
      return now;
    }
    Instant next = told.toldAt().plus(told.revision() < MANY ? PAUSE : LONG_PAUSE);
    return next.isBefore(now) ? now : next;
  }
}
