package io.tensionwire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tensionwire.ingest.fetch.FetchSettings;
import io.tensionwire.ingest.fetch.Fetcher;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.model.Feed;
import io.tensionwire.model.PageProblem;
import io.tensionwire.service.address.PrivateAddresses;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PageReaderIT {

  private static final String TEXT = "SAMPLE. The foreign ministry of the one summoned the ambassador of the other on Friday "
      + "and handed over a note of protest, a spokesperson said in Seoul. ";

  private final MockWebServer web = new MockWebServer();
  private final Fetcher fetcher = new Fetcher(
      FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL).withHostPause(Duration.ZERO),
      Timekeeper.of(Clock.systemUTC()));
  private final PageReader reader =
      new PageReader(fetcher, new PageExtractor(), Duration.ofSeconds(10), new SimpleMeterRegistry());

  @BeforeEach
  void start() throws IOException {
    web.start();
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    web.shutdown();
  }

  @Test
  void thePlainTwinIsAskedWhereAPageHasNoText() throws InterruptedException {
    serve(Map.of("/a", page("<div id=app></div>", "/a/amp"), "/a/amp", page("<p>" + TEXT.repeat(4) + "</p>", "")));

    PageReading reading = reader.read(feed(), address("/a"));

    assertThat(reading.isWhole()).isTrue();
    assertThat(reading.page()).isNotNull().satisfies(page -> assertThat(page.body()).contains("note of protest"));
  }

  @Test
  void aTwinWithoutTextEitherIsAskedOnceAndLeavesThePageAsItWas() throws InterruptedException {
    serve(Map.of("/a", page("<div id=app></div>", "/a/amp"), "/a/amp", page("<div></div>", "/a/amp2")));

    PageReading reading = reader.read(feed(), address("/a"));

    assertThat(reading.problem()).isEqualTo(PageProblem.NO_TEXT);
    assertThat(asked("/a/amp2")).isFalse();
  }

  @Test
  void thePlainTwinIsLeftAloneWhereThePageHasItsText() throws InterruptedException {
    serve(Map.of("/a", page("<p>" + TEXT.repeat(4) + "</p>", "/a/amp"), "/a/amp", page("<p>" + TEXT.repeat(9) + "</p>", "")));

    reader.read(feed(), address("/a"));

    assertThat(asked("/a/amp")).isFalse();
  }

  @Test
  void theTwinAtAnotherSiteIsNotAsked() throws InterruptedException {
    serve(Map.of("/a", page("<div id=app></div>", "http://cache.example:" + web.getPort() + "/a/amp")));

    assertThat(reader.read(feed(), address("/a")).problem()).isEqualTo(PageProblem.NO_TEXT);
  }

  private boolean asked(String path) throws InterruptedException {
    for (int left = web.getRequestCount(); left > 0; left--) {
      if (path.equals(web.takeRequest().getPath())) {
        return true;
      }
    }
    return false;
  }

  private void serve(Map<String, String> pages) {
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String page = pages.get(String.valueOf(request.getPath()));
            return page == null
                ? new MockResponse().setResponseCode(404)
                : new MockResponse().setHeader("Content-Type", "text/html; charset=utf-8").setBody(page);
          }
        });
  }

  private static String page(String body, String twin) {
    return "<html><head><title>SAMPLE: ambassador summoned</title>"
        + (twin.isEmpty() ? "" : "<link rel=amphtml href='" + twin + "'>")
        + "</head><body><article><h1>SAMPLE: ambassador summoned</h1>" + body + "</article></body></html>";
  }

  private Feed feed() {
    return Feed.builder("site.example/all", address("/feed")).build();
  }

  private URI address(String path) {
    return web.url(path).uri();
  }
}
