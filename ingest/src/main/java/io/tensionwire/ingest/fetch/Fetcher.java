package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.fetch.BodyMemory.Room;
import io.tensionwire.ingest.fetch.Exchange.Answer;
import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchRequest.Purpose;
import io.tensionwire.ingest.time.Timekeeper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Asks for addresses. One for all feeds and pages of a process; for use by many threads, each waiting in a call. */
public final class Fetcher implements AutoCloseable {

  /** The largest body that can be asked for. */
  public static final long MOST_BYTES = 10L << 20;

  private final Web web;
  private final Exchange exchange;
  private final HostTurns turns;
  private final Robots robots;
  private final BodyMemory memory;
  private final Semaphore inFlight;
  private final Duration hostPause;
  private final Timekeeper time;

  public Fetcher(FetchSettings settings, Timekeeper time) {
    this(settings, time, Dns.SYSTEM);
  }

  /** @param names what looks names up; it may take its time */
  public Fetcher(FetchSettings settings, Timekeeper time, Dns names) {
    this(settings, time, new Web(settings, names));
  }

  Fetcher(FetchSettings settings, Timekeeper time, Web web) {
    this.web = web;
    this.exchange = new Exchange(web, settings.userAgent());
    this.turns = new HostTurns(time);
    this.memory = new BodyMemory(settings.memoryBytes());
    this.inFlight = new Semaphore(settings.requestsAtOnce(), true);
    this.hostPause = settings.hostPause();
    this.time = time;
    this.robots = new Robots(settings, time, this::fetch);
  }

  /**
   * Asks, and has the outcome read while its body still has its room in memory.
   *
   * @param reader takes from the outcome what is to stay; it must not fetch
   * @throws InterruptedException if the caller is to stop
   */
  public <T extends @Nullable Object> T fetch(FetchRequest request, Function<FetchOutcome, T> reader)
      throws InterruptedException {
    try (Room room = memory.open()) {
      return reader.apply(fetch(request, room));
    }
  }

  /**
   * Asks; for callers that hold few bodies at once, because from here on nobody counts this one.
   *
   * @throws InterruptedException if the caller is to stop
   */
  public FetchOutcome fetch(FetchRequest request) throws InterruptedException {
    return fetch(request, Function.identity());
  }

  /** Until when the host of an address wants to be left alone; {@code null} where it does not. */
  public @Nullable Instant holdOf(URI uri) {
    HttpUrl url = HttpUrl.get(uri);
    return url == null ? null : turns.holdOf(url);
  }

  /** Leaves the host of an address alone until then, a day at most, as somebody was told who asked it before us. */
  public void hold(URI uri, Instant until) {
    HttpUrl url = HttpUrl.get(uri);
    if (url != null) {
      turns.hold(url, until);
    }
  }

  private FetchOutcome fetch(FetchRequest request, Room room) throws InterruptedException {
    HttpUrl start = HttpUrl.get(request.uri());
    if (start == null) {
      return new Failed(FetchFailure.BAD_ANSWER, "not an http address");
    }
    boolean ofRobots = request.purpose() == Purpose.ROBOTS;
    var chain = new RedirectChain(start, ofRobots ? Robots.MOST_REDIRECTS : RedirectChain.MOST);
    Duration left = request.timeout();
    while (left.isPositive()) {
      Failed objection = obeysRobots(request) ? robots.objection(chain.at()) : null;
      if (objection != null) {
        return objection;
      }
      switch (turns.take(chain.at(), request.purpose() != Purpose.PAGE, pause(chain.at()))) {
        case HostTurns.Held(Duration hold) -> {
          return new Failed(FetchFailure.THROTTLED, "the host asked to be left alone", hold, null);
        }
        case HostTurns.Turn turn -> {
          try (turn) {
            inFlight.acquire();
            long began = System.nanoTime();
            Answer answer;
            try {
              answer = exchange.ask(request, chain, left, time.now(), room);
            } finally {
              inFlight.release();
            }
            left = left.minusNanos(System.nanoTime() - began);
            if (answer instanceof Answer.Last(FetchOutcome outcome)) {
              return told(turn, outcome);
            }
          }
        }
      }
    }
    return new Failed(FetchFailure.TIMED_OUT, "no end after " + request.timeout().toMillis() + " ms");
  }

  private static boolean obeysRobots(FetchRequest request) {
    return request.purpose() == Purpose.PAGE || request.purpose() == Purpose.SITEMAP;
  }

  private Duration pause(HttpUrl url) {
    Duration wish = robots.delay(url);
    return wish.compareTo(hostPause) > 0 ? wish : hostPause;
  }

  /** Lets the host's turns know what the host said. */
  private static FetchOutcome told(HostTurns.Turn turn, FetchOutcome outcome) {
    if (outcome instanceof Failed failed && failed.reason() == FetchFailure.THROTTLED) {
      return new Failed(failed.reason(), failed.detail(), turn.refused(failed.retryAfter()), failed.refusal());
    }
    if (!(outcome instanceof Failed failed) || failed.refusal() != null) {
      turn.answered();
    }
    return outcome;
  }

  @Override
  public void close() {
    web.close();
  }
}
