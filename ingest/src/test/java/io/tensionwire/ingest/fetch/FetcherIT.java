package io.tensionwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.time.Timekeeper;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class FetcherIT {

  private static final FetchSettings SETTINGS = FetchSettings.USUAL.withUserAgent("Test/1")
      .withPrivateAddresses(PrivateAddresses.ALL).withConnectTimeout(Duration.ofSeconds(2)).withHostPause(Duration.ZERO);

  private final WebServer web = WebServer.start();
  private final Fetcher fetcher = new Fetcher(SETTINGS, Timekeeper.of(Clock.systemUTC()));

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
  }

  @Test
  void bringsTheDocumentAndSaysWhoAsks() throws Exception {
    web.answer("/a", Answer.xml("<rss/>").gzipped().withEtag("\"1\""));

    var outcome = get("/a");

    assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> {
      assertThat(new String(fetched.body(), UTF_8)).isEqualTo("<rss/>");
      assertThat(fetched.etag()).isEqualTo("\"1\"");
    });
    assertThat(web.requests("/a").getFirst().header("User-Agent")).isEqualTo("Test/1");
  }

  @Test
  void followsRedirectsWithTheirCookiesAndEndsLoops() throws Exception {
    web.answer("/a", Answer.redirect(302, "/b").with("Set-Cookie", "gate=open"));
    web.answer("/b", request -> Answer.xml(String.valueOf(request.header("Cookie"))));
    web.answer("/loop", Answer.redirect(301, "/loop"));

    assertThat(get("/a")).isInstanceOfSatisfying(
        FetchOutcome.Fetched.class, f -> assertThat(new String(f.body(), UTF_8)).isEqualTo("gate=open"));
    assertThat(reason("/loop")).isEqualTo(FetchFailure.REDIRECT_LOOP);
    assertThat(web.requests("/loop")).hasSize(1);
  }

  @Test
  void endsTheWholeExchangeInTimeThoughEveryReadBringsAByte() throws Exception {
    web.answer("/drip", Answer.xml("x".repeat(1000)).dripping(Duration.ofMillis(50)));
    long start = System.nanoTime();

    assertThat(reason("/drip")).isEqualTo(FetchFailure.TIMED_OUT);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void refusesWhatIsTooLargeSaidOrNot() throws Exception {
    web.answer("/huge", Answer.huge("application/xml", 50L * 1024 * 1024));
    web.answer("/bomb", Answer.huge("application/xml", 20L * 1024 * 1024).gzipped());

    assertThat(reason("/huge")).isEqualTo(FetchFailure.TOO_LARGE);
    assertThat(reason("/bomb")).isEqualTo(FetchFailure.TOO_LARGE);
  }

  @Test
  void leavesAHostAloneThatAsksForIt() throws Exception {
    web.answer("/busy", Answer.status(429).with("Retry-After", "60"));
    web.answer("/other", Answer.xml("<rss/>"));

    assertThat(reason("/busy")).isEqualTo(FetchFailure.THROTTLED);

    assertThat(reason("/other")).isEqualTo(FetchFailure.THROTTLED);
    assertThat(web.requests("/other")).isEmpty();
  }

  @Test
  void aValidatorThatNoRequestMayHoldIsNotSentBack() throws Exception {
    web.answer("/a", Answer.xml("<rss/>"));

    var outcome = fetcher.fetch(FetchRequest.of(web.uri("/a"), 1_000_000, Duration.ofSeconds(1))
        .withValidators("\"v\u00fc1\"", "Fri, 20 Nov 2026 10:00:00 GMT\u0000"));

    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(web.requests("/a").getFirst().header("If-None-Match")).isNull();
    assertThat(web.requests("/a").getFirst().header("If-Modified-Since")).isNull();
  }

  @Test
  void theHeadersOfAFeedAreNotForAnotherPortOfItsHost() throws Exception {
    try (var other = WebServer.start()) {
      other.answer("/b", Answer.xml("<rss/>"));
      web.answer("/a", Answer.redirect(302, other.uri("/b").toString()));

      var outcome = fetcher.fetch(FetchRequest.of(web.uri("/a"), 1_000_000, Duration.ofSeconds(1))
          .withHeaders(Map.of("X-Key", "secret")));

      assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(web.requests("/a").getFirst().header("X-Key")).isEqualTo("secret");
      assertThat(other.requests("/b").getFirst().header("X-Key")).isNull();
    }
  }

  @Test
  void asksAHostOneThingAtATime() throws Exception {
    var inFlight = new AtomicInteger();
    var most = new AtomicInteger();
    web.answer("/a", request -> {
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(30_000_000);
      inFlight.decrementAndGet();
      return Answer.xml("<rss/>");
    });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        var unused = threads.submit(() -> get("/a"));
      }
    }

    assertThat(web.requests("/a")).hasSize(6);
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void refusesPrivateAddressesOnEveryHop() throws Exception {
    web.answer("/a", Answer.xml("<rss/>"));
    try (var careful = new Fetcher(SETTINGS.withPrivateAddresses(PrivateAddresses.NONE), Timekeeper.of(Clock.systemUTC()))) {
      for (String host : new String[] {"127.0.0.1", "localhost"}) {
        var outcome = careful.fetch(request(URI.create("http://" + host + ":" + web.port() + "/a")));

        assertThat(outcome).isInstanceOfSatisfying(
            FetchOutcome.Failed.class, f -> assertThat(f.reason()).isEqualTo(FetchFailure.ADDRESS_REFUSED));
      }
    }
    assertThat(web.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,true", "127.0.0.1,false", "10.1.2.3,false", "172.16.0.1,false", "192.168.1.1,false", "169.254.169.254,false",
    "100.64.0.1,false", "0.0.0.0,false", "224.0.0.1,false", "::1,false", "fd00::1,false", "fe80::1,false",
    "::ffff:127.0.0.1,false", "64:ff9b::7f00:1,false", "2002:7f00:1::,false", "2a00:1450::1,true"
  })
  void knowsPrivateAddresses(String address, boolean isPublic) throws Exception {
    assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isEqualTo(isPublic);
  }

  @Test
  void stopsAtOnceWhenItsThreadIsInterrupted() throws Exception {
    web.answer("/slow", Answer.xml("<rss/>").after(Duration.ofSeconds(20)));
    var ended = new CompletableFuture<Throwable>();
    Thread thread = Thread.ofVirtual().start(() -> {
      try {
        ended.completeExceptionally(new AssertionError(
            fetcher.fetch(FetchRequest.of(web.uri("/slow"), 1000, Duration.ofSeconds(20))).toString()));
      } catch (InterruptedException e) {
        ended.complete(e);
      }
    });
    org.awaitility.Awaitility.await().until(() -> web.requests("/slow").size() == 1);

    thread.interrupt();

    assertThat(ended.get(5, java.util.concurrent.TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  private FetchOutcome get(String path) throws InterruptedException {
    return fetcher.fetch(request(web.uri(path)));
  }

  private FetchFailure reason(String path) throws InterruptedException {
    return ((FetchOutcome.Failed) get(path)).reason();
  }

  private static FetchRequest request(URI uri) {
    return FetchRequest.of(uri, 10 * 1024 * 1024, Duration.ofSeconds(2));
  }
}
