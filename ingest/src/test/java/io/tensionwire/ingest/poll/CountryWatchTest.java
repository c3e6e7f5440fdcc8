package io.tensionwire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.Language;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class CountryWatchTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FeedCountries countries = new FeedCountries(Map.of("Harbour Post", "KR"));
  private final CountryWatch watch = new CountryWatch(countries, meters);

  @Test
  void theCountryIsTheOutletsElseTheDomainsElseTheLanguages() {
    assertThat(countries.of(feed("a.example/x", "https://a.ru/rss", "Harbour Post", Language.RU))).contains("KR");
    assertThat(countries.of(feed("a.example/x", "https://news.a.co.uk/rss", "Other", Language.EN))).contains("GB");
    assertThat(countries.of(feed("a.example/x", "https://a.io/rss", "Other", Language.RU))).contains("RU");
    assertThat(countries.of(feed("a.example/x", "https://a.com/rss", "Other", Language.KO))).contains("KR");
    assertThat(countries.of(feed("a.example/x", "https://a.com/rss", "Other", Language.EN))).isEmpty();
    assertThat(countries.of(feed("a.example/x", "https://xn--80a.xn--p1ai/rss", "Other", null))).contains("RU");
  }

  @Test
  void failingFeedsAreCountedByCountry() {
    Feed first = feed("a.example/x", "https://a.ru/rss", "A", Language.RU);
    Feed second = feed("b.example/x", "https://b.ru/rss", "B", Language.RU);

    watch.note(first, FeedHealth.OK);
    watch.note(second, FeedHealth.REFUSED);
    assertThat(failing("RU")).isEqualTo(1);
    assertThat(all("RU")).isEqualTo(2);
    watch.note(first, FeedHealth.UNREACHABLE);
    watch.note(second, FeedHealth.NOT_MODIFIED);
    watch.note(second, FeedHealth.OFFLINE);

    assertThat(failing("RU")).isEqualTo(1);
    watch.remove(first.id());
    assertThat(all("RU")).isEqualTo(1);
    assertThat(failing("RU")).isZero();
  }

  @Test
  void aCountryIsDarkWhenTwoSitesFailAllOfTheirFeedsAndOthersAreRead() {
    watch.note(feed("k.example/x", "https://k.kr/rss", "K", Language.KO), FeedHealth.OK);
    watch.note(feed("a.example/x", "https://a.ru/rss", "A", Language.RU), FeedHealth.UNREACHABLE);
    watch.note(feed("a.example/y", "https://a.ru/rss2", "A", Language.RU), FeedHealth.UNREACHABLE);
    assertThat(dark("RU")).isZero();

    watch.note(feed("b.example/x", "https://b.ru/rss", "B", Language.RU), FeedHealth.REFUSED);
    assertThat(dark("RU")).isEqualTo(1);
    watch.note(feed("b.example/x", "https://b.ru/rss", "B", Language.RU), FeedHealth.OK);

    assertThat(dark("RU")).isZero();
    assertThat(dark("KR")).isZero();
  }

  private double failing(String country) {
    return gauge("failing", country);
  }

  private double all(String country) {
    return gauge("feeds", country);
  }

  private double dark(String country) {
    return gauge("dark", country);
  }

  private double gauge(String name, String country) {
    return meters.get("tensionwire.ingest.country." + name).tag("country", country).gauge().value();
  }

  private static Feed feed(String id, String url, String outlet, @Nullable Language language) {
    return Feed.builder(id, URI.create(url)).outlet(outlet).language(language).build();
  }
}
