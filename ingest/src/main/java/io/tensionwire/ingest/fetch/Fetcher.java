package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.fetch.Exchange.Answer;
import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Asks for addresses. One for all feeds and pages of a process; for use by many threads, each waiting in a call. */
public final class Fetcher implements AutoCloseable {

  /** The largest body that can be asked for. */
  public static final long MOST_BYTES = 10L * 1024 * 1024;

  private final OkHttpClient client;
  private final Exchange exchange;
  private final HostTurns turns = new HostTurns();
  private final Semaphore inFlight;
  private final Clock clock;

  /** @param atOnce most exchanges in flight, and so most bodies in memory */
  public Fetcher(String userAgent, boolean allowPrivateAddresses, Duration connectTimeout, int atOnce, Clock clock) {
    this.inFlight = new Semaphore(atOnce, true);
    this.clock = clock;
    this.client =
        new OkHttpClient.Builder()
            .socketFactory(new AddressGuard(allowPrivateAddresses))
            .connectTimeout(connectTimeout)
            // The limit is on the whole exchange: a slow drip never lets a single read time out.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool(64, 20, TimeUnit.SECONDS))
            .build();
    this.exchange = new Exchange(client, userAgent);
  }

  /** @throws InterruptedException if the caller is to stop */
  public FetchOutcome fetch(FetchRequest request) throws InterruptedException {
    HttpUrl start = HttpUrl.get(request.uri());
    if (start == null) {
      return new Failed(FetchFailure.BAD_ANSWER, "not an http address");
    }
    var chain = new RedirectChain(start, RedirectChain.MOST);
    Duration left = request.timeout();
    while (true) {
      try (HostTurns.Turn turn = turns.take(chain.at().uri())) {
        Duration hold = turn.hold();
        if (!hold.isZero()) {
          return new Failed(FetchFailure.THROTTLED, "the host asked to be left alone", hold, null);
        }
        inFlight.acquire();
        long began = System.nanoTime();
        Answer answer;
        try {
          answer = exchange.ask(request, chain, left, clock.instant());
        } finally {
          inFlight.release();
        }
        left = left.minusNanos(System.nanoTime() - began);
        if (answer instanceof Answer.Last last) {
          if (last.hold() != null) {
            turn.holdFor(last.hold());
          }
          return last.outcome();
        }
      }
      if (left.isNegative() || left.isZero()) {
        return new Failed(FetchFailure.TIMED_OUT, "no end after " + request.timeout().toMillis() + " ms");
      }
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
