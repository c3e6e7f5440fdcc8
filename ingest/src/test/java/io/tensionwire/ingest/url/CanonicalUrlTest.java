package io.tensionwire.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.Example:443/a?utm_source=rss&id=7#top, https://news.example/a?id=7",
    "http://news.example:80, http://news.example/",
    "http://news.example:8080/a?, http://news.example:8080/a",
    "https://news.example/A/%D0%B0?b=2&fbclid=x&a=1, https://news.example/A/%D0%B0?b=2&a=1",
    "https://news.example/app#!/2026/7, https://news.example/app#!/2026/7",
    "https://news.example/a?outputType=amp&id=7, https://news.example/a?id=7",
    "https://www.google.com/url?url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D7%26utm_source%3Dx&sa=t, https://news.example/a?id=7"
  })
  void leavesOnlyWhatNamesTheArticle(URI uri, URI canonical) {
    assertThat(CanonicalUrl.of(uri)).isEqualTo(canonical);
    assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
  }

  @Test
  void onePathIsOneAddressEscapedOrNot() {
    URI escaped = URI.create("https://news.example/%EC%99%B8%EA%B5%90?q=%d0%b0");

    assertThat(CanonicalUrl.of(URI.create("https://news.example/외교?q=а"))).isEqualTo(CanonicalUrl.of(escaped));
  }

  @Test
  void readsAddressesAsPeopleWriteThem() {
    assertThat(CanonicalUrl.parse(" https://news.example/a b?q=뉴스|1 ")).hasToString("https://news.example/a%20b?q=뉴스%7C1");
    assertThat(CanonicalUrl.parse("https://новости.example:8080/a")).hasToString("https://xn--b1amnebsh.example:8080/a");
    assertThat(CanonicalUrl.parse("https://news.example/100%/a#b#c")).hasToString("https://news.example/100%25/a#b%23c");
    assertThat(CanonicalUrl.parse("javascript:alert(1)")).isNull();
    assertThat(CanonicalUrl.parse("not an address")).isNull();
  }
}
