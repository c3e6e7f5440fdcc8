package io.tensionwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.Request;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.service.address.PrivateAddresses;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
  void aGateThatSetsACookieAndRedirectsToItselfIsPassed() throws Exception {
    web.answer("/feed", request -> "gate=open".equals(request.header("Cookie"))
        ? Answer.xml("<rss/>")
        : Answer.redirect(302, "/feed").with("Set-Cookie", "gate=open"));

    assertThat(get("/feed")).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(web.requests("/feed")).hasSize(2);
  }

  @Test
  void cookiesGoToTheirOwnPathHostAndTransportAndAreForgottenWithTheChain() throws Exception {
    web.answer("/a", Answer.redirect(302, "/b").with("Set-Cookie", "s=1; Secure"));
    web.answer("/b", Answer.redirect(302, "/c").with("Set-Cookie", "p=1; Path=/elsewhere"));
    web.answer("/c", Answer.redirect(302, "/d").with("Set-Cookie", "gone=1; Max-Age=0"));
    web.answer("/d", Answer.redirect(302, "/e").with("Set-Cookie", "kept=1; Path=/"));
    web.answer("/e", Answer.xml("<rss/>"));

    get("/a");
    get("/e");

    assertThat(web.requests("/c").getFirst().header("Cookie")).isNull();
    assertThat(web.requests("/e").getFirst().header("Cookie")).isEqualTo("kept=1");
    assertThat(web.requests("/e").getLast().header("Cookie")).isNull();
  }

  @Test
  void aCookieOfTheFeedGoesBesideThoseOfTheChain() throws Exception {
    web.answer("/a", Answer.redirect(302, "/b").with("Set-Cookie", "gate=open; Path=/"));
    web.answer("/b", Answer.xml("<rss/>"));

    fetcher.fetch(request(web.uri("/a")).withHeaders(Map.of("Cookie", "own=1")));

    assertThat(web.requests("/b").getFirst().header("Cookie")).isEqualTo("own=1; gate=open");
  }

  @Test
  void permanentMovesAreToldApartFromOthers() throws Exception {
    web.answer("/old", Answer.redirect(301, "/mid"));
    web.answer("/mid", Answer.redirect(308, "/new"));
    web.answer("/new", Answer.xml("<rss/>").withEtag("\"1\""));
    web.answer("/half", Answer.redirect(301, "/today"));
    web.answer("/today", Answer.redirect(302, "/new"));
    web.answer("/temporary", Answer.redirect(307, "/old"));

    assertThat(fetched("/old").permanentlyMovedTo()).isEqualTo(web.uri("/new"));
    assertThat(fetched("/half").permanentlyMovedTo()).isEqualTo(web.uri("/today"));
    assertThat(fetched("/half").uri()).isEqualTo(web.uri("/new"));
    assertThat(fetched("/temporary").permanentlyMovedTo()).isNull();
    assertThat(fetched("/new").permanentlyMovedTo()).isNull();
    assertThat(fetcher.fetch(request(web.uri("/old")).withValidators("\"1\"", null)))
        .isInstanceOfSatisfying(FetchOutcome.NotModified.class,
            known -> assertThat(known.permanentlyMovedTo()).isEqualTo(web.uri("/new")));
  }

  @Test
  void endlessRedirectsToEverNewPlacesEnd() throws Exception {
    var count = new AtomicInteger();
    web.answer("/on", request -> Answer.redirect(302, "/on?" + count.incrementAndGet()));

    assertThat(reason("/on")).isEqualTo(FetchFailure.REDIRECT_LOOP);
    assertThat(web.requests()).hasSize(RedirectChain.MOST + 1);
  }

  @Test
  void aRedirectOutOfTheWebIsNotFollowedAndItsSecretsAreNotShown() throws Exception {
    web.answer("/a", Answer.redirect(302, "file:///etc/passwd?key=s3cret"));

    assertThat(get("/a")).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> {
      assertThat(failed.reason()).isEqualTo(FetchFailure.BAD_ANSWER);
      assertThat(failed.detail()).contains("file:///etc/passwd").doesNotContain("s3cret");
    });
  }

  @Test
  void theHeadOfAnAnswerTellsItsHints() throws Exception {
    web.answer("/a", Answer.html("<p>x").with("Content-Language", "ko").with("Cache-Control", "max-age=60")
        .with("CF-Mitigated", "challenge").with("X-Powered-By", "x"));

    var head = fetched("/a").head();

    assertThat(head.contentLanguage()).isEqualTo("ko");
    assertThat(head.freshFor()).isEqualTo(Duration.ofMinutes(1));
    assertThat(head.signs()).containsEntry("cf-mitigated", "challenge");
  }

  @Test
  void aRefusalBringsWhatItSaysPackedOrNotUpToALimit() throws Exception {
    web.answer("/wall", Answer.html("Checking your browser").gzipped().withStatus(403).with("Server", "wall"));
    web.answer("/long", Answer.huge("text/html", 1 << 20).withStatus(403));

    var wall = (FetchOutcome.Failed) get("/wall");

    assertThat(wall.reason()).isEqualTo(FetchFailure.REFUSED);
    assertThat(wall.refusal()).isNotNull().satisfies(refusal -> {
      assertThat(new String(refusal.body(), UTF_8)).isEqualTo("Checking your browser");
      assertThat(refusal.head().status()).isEqualTo(403);
      assertThat(refusal.uri()).isEqualTo(web.uri("/wall"));
    });
    assertThat(((FetchOutcome.Failed) get("/long")).refusal()).isNotNull()
        .satisfies(refusal -> assertThat(refusal.body()).hasSize(64 * 1024));
  }

  @Test
  void ofAFeedThatBreaksOffWhatCameIsTakenAndHalfAPageIsNot() throws Exception {
    byte[] packed = Answer.html("<item>тревога %d</item>".repeat(3000)).gzipped().body();
    byte[] half = Arrays.copyOf(packed, packed.length - 20);
    web.answer("/cut", Answer.of("application/xml", half).with("Content-Encoding", "gzip").withEtag("\"1\""));

    assertThat(fetched("/cut")).satisfies(feed -> {
      assertThat(feed.cutShort()).isTrue();
      assertThat(feed.etag()).as("asked for whole the next time").isNull();
    });
    assertThat(fetcher.fetch(page("/cut"))).isInstanceOfSatisfying(
        FetchOutcome.Failed.class, f -> assertThat(f.reason()).isEqualTo(FetchFailure.BROKEN_OFF));
  }

  @Test
  void aHeadWithTooManyLinesIsRefused() throws Exception {
    var answer = Answer.xml("<rss/>");
    for (int i = 0; i < 250; i++) {
      answer = answer.with("X-Line-" + i, "x");
    }
    web.answer("/a", answer);

    assertThat(reason("/a")).isEqualTo(FetchFailure.BAD_ANSWER);
  }

  @Test
  void anAnswerThatDoesNotBeginIsGivenUpInTime() throws Exception {
    web.answer("/slow", Answer.xml("<rss/>").after(Duration.ofSeconds(20)));

    assertThat(reason("/slow")).isEqualTo(FetchFailure.TIMED_OUT);
  }

  @Test
  void aPageIsNotAskedForAgainstRobotsTxtAndAFeedIs() throws Exception {
    web.answer("/robots.txt", Answer.of("text/plain", "User-agent: *\nDisallow: /no".getBytes(UTF_8)));
    web.answer("/no", Answer.xml("<rss/>"));
    web.answer("/moved", Answer.redirect(302, "/no"));

    assertThat(fetcher.fetch(page("/no"))).isInstanceOfSatisfying(
        FetchOutcome.Failed.class, f -> assertThat(f.reason()).isEqualTo(FetchFailure.ROBOTS));
    assertThat(fetcher.fetch(page("/moved"))).isInstanceOfSatisfying(
        FetchOutcome.Failed.class, f -> assertThat(f.reason()).isEqualTo(FetchFailure.ROBOTS));
    assertThat(web.requests("/no")).isEmpty();
    assertThat(get("/no")).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(web.requests("/robots.txt")).hasSize(1);
  }

  @Test
  void betweenTwoRequestsToAHostThereIsAPause() throws Exception {
    web.answer("/a", Answer.redirect(302, "/b"));
    web.answer("/b", Answer.xml("<rss/>"));
    Duration pause = Duration.ofMillis(300);
    try (var slow = new Fetcher(SETTINGS.withHostPause(pause), Timekeeper.of(Clock.systemUTC()))) {
      slow.fetch(request(web.uri("/a")));
      slow.fetch(page("/b"));
    }

    var requests = web.requests();
    assertThat(requests).extracting(Request::path).containsExactly("/a", "/b", "/robots.txt", "/b");
    for (int i = 1; i < requests.size(); i++) {
      assertThat(Duration.between(requests.get(i - 1).at(), requests.get(i).at())).isGreaterThanOrEqualTo(pause);
    }
  }

  @Test
  void aHostThatRefusesWithoutAWordIsHeldAndAnHeirCanKeepTheHold() throws Exception {
    web.answer("/busy", Answer.status(503));
    assertThat(reason("/busy")).isEqualTo(FetchFailure.THROTTLED);
    var until = fetcher.holdOf(web.uri("/other"));
    assertThat(until).isAfter(Instant.now().plusSeconds(20));

    try (var heir = new Fetcher(SETTINGS, Timekeeper.of(Clock.systemUTC()))) {
      heir.hold(web.uri("/other"), requireNonNull(until));

      assertThat(heir.fetch(request(web.uri("/other")))).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> {
        assertThat(failed.reason()).isEqualTo(FetchFailure.THROTTLED);
        assertThat(failed.retryAfter()).isGreaterThan(Duration.ofSeconds(20));
      });
    }
    assertThat(web.requests()).hasSize(1);
  }

  @Test
  void aNameThatIsNotKnownAndAPortWhereNobodyListensAreToldApart() throws Exception {
    assertThat(((FetchOutcome.Failed) fetcher.fetch(request(URI.create("http://127.0.0.1:1/"))))).satisfies(failed -> {
      assertThat(failed.reason()).isEqualTo(FetchFailure.NO_CONNECTION);
      assertThat(failed.reason().mayBeOurs()).isTrue();
    });
    try (var lost = new Fetcher(SETTINGS, Timekeeper.of(Clock.systemUTC()), name -> {
      throw new UnknownHostException(name);
    })) {
      assertThat(((FetchOutcome.Failed) lost.fetch(request(URI.create("http://gone.example/")))).reason())
          .isEqualTo(FetchFailure.UNKNOWN_HOST);
    }
  }

  @Test
  void whoReadsABodyHasItsRoomUntilDone() throws Exception {
    web.answer("/a", Answer.xml("<rss/>"));

    int length = fetcher.fetch(request(web.uri("/a")), outcome -> ((FetchOutcome.Fetched) outcome).body().length);

    assertThat(length).isEqualTo(6);
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

  private FetchOutcome.Fetched fetched(String path) throws InterruptedException {
    return (FetchOutcome.Fetched) get(path);
  }

  private FetchRequest page(String path) {
    return FetchRequest.page(web.uri(path), 1_000_000, Duration.ofSeconds(2));
  }

  private FetchFailure reason(String path) throws InterruptedException {
    return ((FetchOutcome.Failed) get(path)).reason();
  }

  private static FetchRequest request(URI uri) {
    return FetchRequest.of(uri, 10 * 1024 * 1024, Duration.ofSeconds(2));
  }
}
