package io.tensionwire.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import okhttp3.CacheControl;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** For how long an answer is good by its own word (RFC 9111, 4.2): {@code Cache-Control}, else {@code Expires}. */
final class Freshness {

  private Freshness() {}

  /** @return {@code null} where the answer does not say; zero where it is to be asked for each time */
  static @Nullable Duration of(Headers headers, Instant now) {
    CacheControl control = CacheControl.parse(headers);
    if (control.noCache() || control.noStore()) {
      return Duration.ZERO;
    }
    Duration lifetime = null;
    if (control.maxAgeSeconds() >= 0) {
      lifetime = Duration.ofSeconds(control.maxAgeSeconds());
    } else if (headers.get("Expires") != null) {
      Instant expires = HttpDate.parse(headers.get("Expires"), now);
      Instant sent = HttpDate.parse(headers.get("Date"), now);
      // What is not a date means that it is over already (RFC 9111, 5.3).
      lifetime = expires == null ? Duration.ZERO : Duration.between(sent == null ? now : sent, expires);
    }
    if (lifetime == null) {
      return null;
    }
    Duration left = lifetime.minus(age(headers));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** How long a cache on the way has had the answer. */
  private static Duration age(Headers headers) {
    String age = headers.get("Age");
    return age != null && age.strip().matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(age.strip()))
        : Duration.ZERO;
  }
}
