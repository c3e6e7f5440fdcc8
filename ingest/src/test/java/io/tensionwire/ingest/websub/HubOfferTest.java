package io.tensionwire.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubOfferTest {

  private static final URI READ_AT = URI.create("https://a.example/f");

  @Test
  void aSafeHubIsPreferredAndTheFeedIsCalledAsItCallsItself() {
    var hubs = List.of(URI.create("http://hub.example/"), URI.create("https://hub.example/"));

    assertThat(HubOffer.of(hubs, URI.create("https://a.example/self"), READ_AT))
        .isEqualTo(new HubOffer(URI.create("https://hub.example/"), URI.create("https://a.example/self")));
    assertThat(HubOffer.of(hubs.subList(0, 1), null, READ_AT))
        .isEqualTo(new HubOffer(URI.create("http://hub.example/"), READ_AT));
  }

  @Test
  void aFeedWithoutAHubOffersNone() {
    assertThat(HubOffer.of(List.of(), READ_AT, READ_AT)).isNull();
  }
}
