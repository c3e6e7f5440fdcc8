package io.tensionwire.ingest.fetch;

import static java.util.Objects.requireNonNull;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.fetch.FetchOutcome.NotModified;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks for addresses. One for all feeds and pages of a process; for use by many threads, each waiting in a call. */
public final class Fetcher implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;

  private final OkHttpClient client;
  private final HostTurns turns = new HostTurns();
  private final Semaphore inFlight;
  private final String userAgent;
  private final Clock clock;

  /** @param atOnce most exchanges in flight, and so most bodies in memory */
  public Fetcher(String userAgent, boolean allowPrivateAddresses, Duration connectTimeout, int atOnce, Clock clock) {
    this.inFlight = new Semaphore(atOnce, true);
    this.userAgent = userAgent;
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
  }

  /** @throws InterruptedException if the caller is to stop */
  public FetchOutcome fetch(FetchRequest request) throws InterruptedException {
    URI uri = request.uri();
    List<Cookie> cookies = new ArrayList<>();
    Duration left = request.timeout();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpUrl url = HttpUrl.get(uri);
      if (url == null) {
        return new Failed(FetchFailure.BAD_ANSWER, "not an http address: " + uri, null);
      }
      try (HostTurns.Turn turn = turns.take(uri)) {
        Duration hold = turn.hold();
        if (!hold.isZero()) {
          return new Failed(FetchFailure.THROTTLED, "the host asked to be left alone", hold);
        }
        inFlight.acquire();
        long start = System.nanoTime();
        Answer answer;
        try {
          answer = ask(request, url, hop == 0, cookies, left, turn);
        } finally {
          inFlight.release();
        }
        left = left.minusNanos(System.nanoTime() - start);
        switch (answer) {
          case Answer.Last last -> {
            return last.outcome();
          }
          case Answer.Redirect redirect -> uri = redirect.to();
        }
      }
      if (left.isNegative() || left.isZero()) {
        return new Failed(FetchFailure.TIMED_OUT, "no end after " + request.timeout().toMillis() + " ms", null);
      }
    }
    return new Failed(FetchFailure.REDIRECT_LOOP, "more than " + MOST_REDIRECTS + " redirects", null);
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  private sealed interface Answer {
    record Last(FetchOutcome outcome) implements Answer {}

    record Redirect(URI to) implements Answer {}
  }

  private Answer ask(
      FetchRequest request, HttpUrl url, boolean first, List<Cookie> cookies, Duration timeout, HostTurns.Turn turn)
      throws InterruptedException {
    Call call = client.newCall(httpRequest(request, url, first, cookies));
    call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      cookies.addAll(Cookie.parseAll(url, response.headers()));
      return read(request, url, response, turn);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("closed while fetching");
      }
      return new Answer.Last(failure(e, request.timeout()));
    }
  }

  private Request httpRequest(FetchRequest request, HttpUrl url, boolean first, List<Cookie> cookies) {
    var builder = new Request.Builder()
        .url(url)
        .header("User-Agent", userAgent)
        .header("Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
            + "text/html;q=0.8, */*;q=0.5")
        .header("Accept-Encoding", "gzip, deflate");
    HttpUrl asked = requireNonNull(HttpUrl.get(request.uri()));
    if (first || sameOrigin(url, asked)) {
      // A header of a feed may be a secret: it is for the feed's own host alone.
      request.headers().forEach(builder::header);
    }
    validator(builder, "If-None-Match", request.etag());
    validator(builder, "If-Modified-Since", request.lastModified());
    var sent = new StringBuilder();
    for (Cookie cookie : cookies) {
      if (cookie.matches(url)) {
        sent.append(sent.isEmpty() ? "" : "; ").append(cookie.name()).append('=').append(cookie.value());
      }
    }
    if (!sent.isEmpty()) {
      builder.header("Cookie", sent.toString());
    }
    return builder.build();
  }

  private static boolean sameOrigin(HttpUrl a, HttpUrl b) {
    return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
  }

  /** Hosts send validators that no request may hold: with such a one the document is asked for whole. */
  private static void validator(Request.Builder builder, String name, @Nullable String value) {
    if (value != null && HeaderText.isSendable(value)) {
      builder.header(name, value);
    }
  }

  private Answer read(FetchRequest request, HttpUrl url, Response response, HostTurns.Turn turn) throws IOException {
    int status = response.code();
    if (status == 304) {
      return new Answer.Last(new NotModified());
    }
    String location = response.header("Location");
    if (location != null && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)) {
      HttpUrl to = url.resolve(location);
      return to == null
          ? new Answer.Last(new Failed(FetchFailure.BAD_ANSWER, "redirected to " + location, null))
          : new Answer.Redirect(to.uri());
    }
    if (status != 200) {
      Duration retryAfter = RetryAfter.parse(response.header("Retry-After"), clock.instant());
      if (retryAfter != null && (status == 429 || status == 503)) {
        turn.holdFor(retryAfter);
      }
      return new Answer.Last(new Failed(reason(status), "HTTP status " + status, retryAfter));
    }
    var body = requireNonNull(response.body());
    if (body.contentLength() > request.maxBytes()) {
      throw new BodyReader.TooLargeException(request.maxBytes());
    }
    byte[] bytes = BodyReader.read(body.byteStream(), response.header("Content-Encoding"), request.maxBytes());
    return new Answer.Last(new Fetched(
        url.uri(), response.header("Content-Type"), response.header("Content-Location"), response.header("ETag"),
        response.header("Last-Modified"), bytes));
  }

  private static FetchFailure reason(int status) {
    return switch (status) {
      case 404 -> FetchFailure.NOT_FOUND;
      case 410 -> FetchFailure.GONE;
      case 429, 503 -> FetchFailure.THROTTLED;
      default -> status >= 500
          ? FetchFailure.SERVER_ERROR
          : status >= 400 ? FetchFailure.REFUSED : FetchFailure.BAD_ANSWER;
    };
  }

  private static Failed failure(IOException e, Duration timeout) {
    @Nullable Throwable cause = e;
    for (; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddressGuard.RefusedException refused) {
        return new Failed(
            FetchFailure.ADDRESS_REFUSED, refused.getMessage() + "; allowed with allow-private-addresses", null);
      }
    }
    return switch (e) {
      case BodyReader.TooLargeException large -> new Failed(FetchFailure.TOO_LARGE, text(large), null);
      case SocketTimeoutException ignored -> new Failed(FetchFailure.TIMED_OUT, "no connection in time", null);
      case InterruptedIOException ignored ->
          new Failed(FetchFailure.TIMED_OUT, "no end after " + timeout.toMillis() + " ms", null);
      case UnknownHostException ignored -> new Failed(FetchFailure.UNREACHABLE, "unknown host", null);
      default -> new Failed(FetchFailure.UNREACHABLE, text(e), null);
    };
  }

  private static String text(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
