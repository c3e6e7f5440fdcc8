package io.tensionwire.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedIdsTest {

  @ParameterizedTest
  @CsvSource({
    "https://en.courier.co.kr/RSS/news.xml, courier.co.kr/en-news",
    "https://www.courier.co.kr/rss/international/, courier.co.kr/international",
    "https://feeds.wire.co.uk/news/world/asia/rss.xml, wire.co.uk/news-world-asia",
    "https://courier.example/feed, courier.example/all",
    "http://kurier.ru/events/all/feed, kurier.ru/events-all",
    "https://127.0.0.1:8080/feed.xml, 127.0.0.1/all",
    "https://www.courier.kr/arc/outboundfeeds/rss/?outputType=xml, courier.kr/all",
    "https://feeds.courier.kr/%EC%A0%95%EC%B9%98.xml, courier.kr/정치"
  })
  void theIdSaysTheSiteAndWhatTellsTheFeedFromTheSitesOthers(String url, String id) {
    assertThat(FeedIds.propose(URI.create(url), taken -> false)).isEqualTo(id);
  }

  @Test
  void anIdThatIsTakenIsCountedOn() {
    var taken = Set.of("courier.example/all", "courier.example/all-2");

    assertThat(FeedIds.propose(URI.create("https://courier.example/feed"), taken::contains))
        .isEqualTo("courier.example/all-3");
  }
}
