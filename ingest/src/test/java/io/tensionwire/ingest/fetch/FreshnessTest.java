package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void whatACacheOnTheWayHasHadForAWhileIsFreshForLess() {
    assertThat(fresh("Cache-Control", "public, max-age=600")).isEqualTo(Duration.ofMinutes(10));
    assertThat(fresh("Cache-Control", "max-age=600", "Age", "120")).isEqualTo(Duration.ofMinutes(8));
    assertThat(fresh("Cache-Control", "max-age=600", "Age", "900")).isEqualTo(Duration.ZERO);
    assertThat(fresh("Cache-Control", "max-age=600", "Expires", "0")).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void expiresCountsFromTheDateOfTheAnswer() {
    assertThat(fresh("Expires", "Fri, 20 Nov 2026 10:05:00 GMT")).isEqualTo(Duration.ofMinutes(5));
    assertThat(fresh("Date", "Fri, 20 Nov 2026 09:00:00 GMT", "Expires", "Fri, 20 Nov 2026 09:05:00 GMT"))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(fresh("Expires", "-1")).isEqualTo(Duration.ZERO);
  }

  @Test
  void silenceIsNoHintAndNoCacheMeansEachTime() {
    assertThat(fresh()).isNull();
    assertThat(fresh("Cache-Control", "private")).isNull();
    assertThat(fresh("Cache-Control", "no-cache, max-age=600")).isEqualTo(Duration.ZERO);
  }

  private static @Nullable Duration fresh(String... namesAndValues) {
    return Freshness.of(Headers.of(namesAndValues), NOW);
  }
}
