package io.tensionwire.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKeyTest {

  private static final String ARTICLE = key("https://www.site.example/politics/2026/talks-end");

  @ParameterizedTest
  @ValueSource(strings = {
    "http://www.site.example/politics/2026/talks-end",
    "https://site.example/politics/2026/talks-end",
    "https://m.site.example/politics/2026/talks-end",
    "https://mobile.site.example/politics/2026/talks-end",
    "https://amp.site.example/politics/2026/talks-end",
    "https://www.site.example:443/politics/2026/talks-end",
    "https://www.site.example/politics/2026/talks-end/",
    "https://www.site.example//politics/2026/talks-end",
    "https://www.site.example/politics/2026/talks-end/index.html",
    "https://www.site.example/politics/2026/talks-end/amp",
    "https://www.site.example/politics/2026/talks-end/amp/",
    "https://www.site.example/amp/politics/2026/talks-end",
    "https://www.site.example/politics/2026/talks-end.amp",
    "https://www.site.example/politics/2026/talks-end.amp.html",
    "https://www.site.example/politics/2026/talks-end?amp=1",
    "https://www.site.example/politics/2026/talks-end?amp",
    "https://www.site.example/politics/2026/talks-end?outputType=amp",
    "https://www.site.example/politics/2026/talks-end/print",
    "https://www.site.example/politics/2026/talks-end?print=1",
    "https://www.site.example/politics/2026/talks-end?view=print&utm_medium=rss",
    "https://www.site.example/politics/2026/talks-end?t=1763690000",
    "https://www.site.example/politics/2026/talks-end;jsessionid=A1B2?sid=0af3c2d1e5b6a798",
    "https://www.site.example/politics/2026/talks-end#comments",
    "https://www.site.example/politics/2026/talks%2Dend",
    "https://www-site-example.cdn.ampproject.org/c/s/www.site.example/politics/2026/talks-end",
    "https://www.google.com/amp/s/www.site.example/politics/2026/talks-end",
    "https://news.google.com/news/url?sa=t&url=https%3A%2F%2Fwww.site.example%2Fpolitics%2F2026%2Ftalks-end&ct=ga",
    "https://www.google.com/url?rct=j&sa=t&url=https://www.site.example/politics/2026/talks-end&ct=ga"
  })
  void anotherWayToTheSameArticleIsTheSame(String address) {
    assertThat(key(address)).isEqualTo(ARTICLE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://site.example/view?id=1, https://site.example/view?id=2",
    "https://site.example/story?sid=1, https://site.example/story?sid=2",
    "https://site.example/view?id=1&t=2, https://site.example/view?id=1&t=3",
    "https://site.example/#!/news/1, https://site.example/#!/news/2",
    "https://site.example/app#/news/1, https://site.example/app#/news/2",
    "https://en.site.example/a1, https://ko.site.example/a1",
    "https://site.example/a/b, https://site.example/a",
    "https://site.example:8080/a, https://site.example/a",
    "https://site.example/news/champion, https://site.example/news/ch",
    "https://m.example/a, https://amp.example/a"
  })
  void otherArticlesStayApart(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  @Test
  void theOrderOfParametersDoesNotMatter() {
    assertThat(key("https://site.example/v?b=2&a=1")).isEqualTo(key("https://site.example/v?a=1&b=2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "https://site.example", "https://www.site.example/", "https://site.example/index.html", "https://site.example/en/",
    "http://site.example/?utm_source=rss", "https://site.example/news"
  })
  void whereASiteBeginsIsNoArticle(String address) {
    assertThat(AddressKey.isFrontPage(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://site.example/?p=17", "https://site.example/a1", "https://site.example/#!/a"})
  void anArticleIsNoFrontPage(String address) {
    assertThat(AddressKey.isFrontPage(URI.create(address))).isFalse();
  }

  @Test
  void hostsOfOneOutletAreAFamily() {
    assertThat(AddressKey.isSameFamily("m.site.example", "www.site.example")).isTrue();
    assertThat(AddressKey.isSameFamily("news.site.example", "site.example")).isTrue();
    assertThat(AddressKey.isSameFamily("site.example", "other.example")).isFalse();
    assertThat(AddressKey.isSameFamily("evilsite.example", "site.example")).isFalse();
    assertThat(AddressKey.isSameFamily(null, "site.example")).isFalse();
  }

  private static String key(String address) {
    return AddressKey.of(URI.create(address));
  }
}
