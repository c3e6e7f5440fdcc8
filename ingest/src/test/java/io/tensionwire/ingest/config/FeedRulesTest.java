package io.tensionwire.ingest.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.config.FeedRules.Problem;
import io.tensionwire.model.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "https://desk:hunter2@a.example/f", "https://a.example/f?access_token=0123456789", "https://a.example/f?x=1&apikey=abcdef",
    "https://a.example/f?password=hunter2", "https://a.example/f?Auth=abcdef"
  })
  void anAddressWithASecretInItIsRefusedWithoutShowingIt(String url) {
    Problem problem = requireNonNull(problem(url, Map.of(), null));

    assertThat(problem.key()).isEqualTo("url");
    assertThat(problem.reason()).doesNotContain("hunter2", "0123456789", "abcdef").contains("${NAME}");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "https://a.example/f", "https://a.example/f?outputType=xml", "https://a.example/f?brdId=302", "https://a.example/tokens/f",
    "https://a.example/f?author=desk-of-state", "https://a.example/f?key=politics"
  })
  void anOrdinaryAddressIsTaken(String url) {
    assertThat(problem(url, Map.of(), null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer 0123456789", "cookie, sid=0123456789", "X-Api-Key, 0123456789", "X-Auth-Token, 0123456789",
    "Authorization, Bearer ${TOKEN:-0123456789}"
  })
  void aSecretHeaderWithALiteralValueIsRefusedWithoutShowingIt(String name, String value) {
    Problem problem = requireNonNull(problem("https://a.example/f", Map.of(name, value), null));

    assertThat(problem.reason()).contains(name).doesNotContain("0123456789");
  }

  @ParameterizedTest
  @CsvSource({"Authorization, Bearer ${TOKEN}", "Cookie, sid=${SID}; lang=ko", "Accept-Language, ko", "Referer, https://a.example/"})
  void referencesAndOrdinaryHeadersAreTaken(String name, String value) {
    assertThat(problem("https://a.example/f", Map.of(name, value), null)).isNull();
  }

  @Test
  void anIntervalOfOnesOwnHostsMayBeShort() {
    var feed = feed("https://a.example/f", Map.of(), Duration.ofSeconds(1));

    assertThat(FeedRules.problem(feed, false)).isEqualTo(new Problem("interval", "would hammer the feed; 10s is the least"));
    assertThat(FeedRules.problem(feed, true)).isNull();
  }

  private static @Nullable Problem problem(String url, Map<String, String> headers, @Nullable Duration interval) {
    return FeedRules.problem(feed(url, headers, interval), false);
  }

  private static Feed feed(String url, Map<String, String> headers, @Nullable Duration interval) {
    return Feed.builder("a.example/f", URI.create(url)).headers(headers).interval(interval).build();
  }
}
