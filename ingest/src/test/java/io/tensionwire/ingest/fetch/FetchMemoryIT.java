package io.tensionwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.fixtures.web.WebServer;
import io.tensionwire.ingest.time.Timekeeper;
import io.tensionwire.service.address.PrivateAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many hosts at once, each of which would fill the memory or keep it. */
@Timeout(60)
class FetchMemoryIT {

  private static final FetchSettings SETTINGS = FetchSettings.USUAL.withPrivateAddresses(PrivateAddresses.ALL)
      .withHostPause(Duration.ZERO).withMemoryBytes(BodyMemory.LEAST_BYTES);

  private final WebServer web = WebServer.start();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Fetcher fetcher = new Fetcher(
      SETTINGS, Timekeeper.of(Clock.systemUTC()), name -> List.of(InetAddress.ofLiteral("127.0.0.1")));

  @AfterEach
  void close() {
    threads.shutdownNow();
    fetcher.close();
    web.close();
  }

  @Test
  void fiftyLargeBodiesAtOnceAreReadOneAfterTheOther() throws Exception {
    web.answer("/large", Answer.huge("application/xml", Fetcher.MOST_BYTES));
    var readNow = new AtomicInteger();
    var readMost = new AtomicInteger();
    List<Future<Integer>> bodies = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      var request = FetchRequest.of(uri("h" + i, "/large"), Fetcher.MOST_BYTES, Duration.ofSeconds(50));
      bodies.add(threads.submit(() -> fetcher.fetch(request, outcome -> {
        readMost.accumulateAndGet(readNow.incrementAndGet(), Math::max);
        Thread.yield();
        readNow.decrementAndGet();
        return ((FetchOutcome.Fetched) outcome).body().length;
      })));
    }

    for (Future<Integer> body : bodies) {
      assertThat(body.get()).isEqualTo((int) Fetcher.MOST_BYTES);
    }
    assertThat(readMost.get()).isEqualTo(1);
  }

  @Test
  void dripsThatSayTheyAreLargeDoNotKeepAFeedWaiting() throws Exception {
    web.answer("/drip", Answer.xml("x".repeat(1_000_000)).dripping(Duration.ofMillis(200)));
    web.answer("/feed", Answer.xml("<rss/>".repeat(40_000)));
    for (int i = 0; i < 150; i++) {
      var request = FetchRequest.of(uri("d" + i, "/drip"), Fetcher.MOST_BYTES, Duration.ofSeconds(30));
      var unused = threads.submit(() -> fetcher.fetch(request));
    }
    await().until(() -> web.requests("/drip").size() == 150);

    var outcome = fetcher.fetch(FetchRequest.of(uri("good", "/feed"), Fetcher.MOST_BYTES, Duration.ofSeconds(10)));

    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
  }

  private URI uri(String host, String path) {
    return URI.create("http://" + host + ".example:" + web.port() + path);
  }
}
