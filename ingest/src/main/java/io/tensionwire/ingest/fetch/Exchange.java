package io.tensionwire.ingest.fetch;

import static java.util.Objects.requireNonNull;

import io.tensionwire.ingest.fetch.BodyMemory.Room;
import io.tensionwire.ingest.fetch.BodyReader.Body;
import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.fetch.FetchOutcome.NotModified;
import io.tensionwire.ingest.fetch.FetchOutcome.Refusal;
import io.tensionwire.ingest.fetch.FetchRequest.Purpose;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on the way of a {@link RedirectChain}. */
final class Exchange {

  private static final int MOST_REFUSAL_BYTES = 64 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final Set<String> SIGNS = Set.of(
      "server", "via", "x-powered-by", "cf-mitigated", "cf-ray", "x-datadome", "x-datadome-cid", "x-iinfo",
      "x-sucuri-id", "x-sucuri-block", "x-amzn-waf-action", "x-px-block", "x-akamai-transformed", "akamai-grn",
      "x-qrator-requestid", "x-ddos-protection", "x-wallarm-waf", "www-authenticate", "x-cdn", "refresh");

  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final Web web;
  private final String userAgent;

  Exchange(Web web, String userAgent) {
    this.web = web;
    this.userAgent = userAgent;
  }

  sealed interface Answer {
    record Last(FetchOutcome outcome) implements Answer {}

    /** The chain has gone on. */
    record Redirected() implements Answer {}
  }

  /**
   * Asks where the chain is at.
   *
   * @throws InterruptedException if the caller is to stop
   */
  Answer ask(FetchRequest request, RedirectChain chain, Duration timeout, Instant now, Room room)
      throws InterruptedException {
    room.waitAtMost(timeout);
    Call call = web.client().newCall(httpRequest(request, chain));
    call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    try {
      web.check(chain.at());
      return ask(call, request, chain, now, room);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("closed while fetching");
      }
      return new Answer.Last(FailureReading.of(e, request.timeout(), web.isProxied()));
    }
  }

  private static Answer ask(Call call, FetchRequest request, RedirectChain chain, Instant now, Room room)
      throws IOException, InterruptedException {
    try (Response response = call.execute()) {
      refuseTooLarge(response.headers());
      chain.keepCookies(response);
      if (RedirectChain.isRedirect(response)) {
        Failed failed = chain.follow(response);
        return failed == null ? new Answer.Redirected() : new Answer.Last(failed);
      }
      return read(request, chain, response, now, room);
    }
  }

  private Request httpRequest(FetchRequest request, RedirectChain chain) {
    var builder = OnceOnly.mark(new Request.Builder())
        .url(chain.at())
        .header("User-Agent", userAgent)
        .header("Accept", accept(request.purpose()))
        .header("Accept-Encoding", "gzip, deflate, br, zstd");
    if (chain.isAtItsOrigin()) {
      // A header of a feed may be a secret: it is for the feed's own host alone.
      request.headers().forEach(builder::header);
    }
    validator(builder, "If-None-Match", request.etag());
    validator(builder, "If-Modified-Since", request.lastModified());
    String cookies = chain.cookieHeader();
    if (!cookies.isEmpty()) {
      String own = builder.build().header("Cookie");
      builder.header("Cookie", own == null ? cookies : own + "; " + cookies);
    }
    if (request.form() != null) {
      builder.post(RequestBody.create(request.form().getBytes(StandardCharsets.US_ASCII), FORM));
    }
    return builder.build();
  }

  private static String accept(FetchRequest.Purpose purpose) {
    return switch (purpose) {
      case FEED, SITEMAP -> "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
          + "text/html;q=0.8, */*;q=0.5";
      case PAGE -> "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";
      case ROBOTS -> "text/plain, */*;q=0.5";
      case HUB -> "*/*";
    };
  }

  /** Hosts send validators that no request may hold: with such a one the document is asked for whole. */
  private static void validator(Request.Builder builder, String name, @Nullable String value) {
    if (value != null && HeaderText.isSendable(value)) {
      builder.header(name, value);
    }
  }

  private static Answer read(
      FetchRequest request, RedirectChain chain, Response response, Instant now, Room room)
      throws IOException, InterruptedException {
    AnswerHead head = head(response, now);
    if (response.code() == 304) {
      return new Answer.Last(new NotModified(head, chain.permanentlyMovedTo()));
    }
    if (response.code() != 200) {
      var refusal = new Refusal(chain.at().uri(), head, refusalBody(response, room));
      return new Answer.Last(new Failed(
          reason(response.code()), "HTTP status " + response.code(), RetryAfter.of(response.headers(), now), refusal));
    }
    Body body = body(request, response, room);
    if (body.cutShort() && !standsCutShort(request.purpose(), body.bytes())) {
      return new Answer.Last(new Failed(FetchFailure.BROKEN_OFF, "the page broke off before its end"));
    }
    return new Answer.Last(
        new Fetched(chain.at().uri(), chain.permanentlyMovedTo(), head, body.bytes(), body.cutShort()));
  }

  private static Body body(FetchRequest request, Response response, Room room)
      throws IOException, InterruptedException {
    ResponseBody body = requireNonNull(response.body());
    if (body.contentLength() > request.maxBytes() && request.purpose() != Purpose.ROBOTS) {
      throw BodyReader.TooLargeException.than(request.maxBytes());
    }
    var reader = new BodyReader(room, request.maxBytes());
    return reader.read(
        body.byteStream(), response.header("Content-Encoding"), request.purpose() == Purpose.ROBOTS);
  }

  /** A feed's complete entries are news without the rest; half a page would pass for a whole article. */
  private static boolean standsCutShort(Purpose purpose, byte[] body) {
    if (purpose != Purpose.PAGE) {
      return true;
    }
    int end = Math.max(0, body.length - 2048);
    String tail = new String(body, end, body.length - end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return tail.contains("</body") || tail.contains("</html");
  }

  private static void refuseTooLarge(Headers headers) throws ProtocolException {
    if (headers.size() > MOST_HEADERS || headers.byteCount() > MOST_HEADER_BYTES) {
      throw new ProtocolException("a head of " + headers.size() + " lines and " + headers.byteCount() + " bytes");
    }
  }

  private static AnswerHead head(Response response, Instant now) {
    Headers headers = response.headers();
    Map<String, String> signs = new HashMap<>();
    for (String name : SIGNS) {
      String value = headers.get(name);
      if (value != null) {
        signs.put(name, value);
      }
    }
    return new AnswerHead(
        response.code(), headers.get("Content-Type"), headers.get("Content-Location"), headers.get("Content-Language"),
        headers.get("ETag"), headers.get("Last-Modified"), Freshness.of(headers, now), signs);
  }

  /** What the host says beside its refusal; that it cannot be read takes nothing from the refusal. */
  private static byte[] refusalBody(Response response, Room room) throws InterruptedException {
    try {
      return new BodyReader(room, MOST_REFUSAL_BYTES)
          .read(requireNonNull(response.body()).byteStream(), response.header("Content-Encoding"), true)
          .bytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static FetchFailure reason(int status) {
    return switch (status) {
      case 404 -> FetchFailure.NOT_FOUND;
      case 407 -> FetchFailure.PROXY;
      case 410 -> FetchFailure.GONE;
      case 429, 503 -> FetchFailure.THROTTLED;
      default -> status >= 500
          ? FetchFailure.SERVER_ERROR
          : status >= 400 ? FetchFailure.REFUSED : FetchFailure.BAD_ANSWER;
    };
  }
}
