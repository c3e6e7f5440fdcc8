package io.tensionwire.ingest.fetch;

import static java.util.Objects.requireNonNull;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.fetch.FetchOutcome.NotModified;
import io.tensionwire.ingest.fetch.FetchOutcome.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on the way of a {@link RedirectChain}. */
final class Exchange {

  private static final int MOST_REFUSAL_BYTES = 64 * 1024;
  private static final Set<String> SIGNS = Set.of(
      "server", "via", "x-powered-by", "cf-mitigated", "cf-ray", "x-datadome", "x-datadome-cid", "x-iinfo",
      "x-sucuri-id", "x-sucuri-block", "x-amzn-waf-action", "x-px-block", "x-akamai-transformed", "akamai-grn",
      "x-qrator-requestid", "x-ddos-protection", "x-wallarm-waf", "www-authenticate", "x-cdn", "refresh");

  private final OkHttpClient client;
  private final String userAgent;

  Exchange(OkHttpClient client, String userAgent) {
    this.client = client;
    this.userAgent = userAgent;
  }

  sealed interface Answer {
    /** @param hold how long the host wants to be left alone, by its own word */
    record Last(FetchOutcome outcome, @Nullable Duration hold) implements Answer {}

    /** The chain has gone on. */
    record Redirected() implements Answer {}
  }

  /**
   * Asks where the chain is at.
   *
   * @throws InterruptedException if the caller is to stop
   */
  Answer ask(FetchRequest request, RedirectChain chain, Duration timeout, Instant now) throws InterruptedException {
    Call call = client.newCall(httpRequest(request, chain));
    call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      chain.keepCookies(response);
      if (RedirectChain.isRedirect(response)) {
        Failed failed = chain.follow(response);
        return failed == null ? new Answer.Redirected() : new Answer.Last(failed, null);
      }
      return read(request, chain, response, now);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("closed while fetching");
      }
      return new Answer.Last(FailureReading.of(e, request.timeout()), null);
    }
  }

  private Request httpRequest(FetchRequest request, RedirectChain chain) {
    var builder = new Request.Builder()
        .url(chain.at())
        .header("User-Agent", userAgent)
        .header("Accept", accept(request.purpose()))
        .header("Accept-Encoding", "gzip, deflate");
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
    return builder.build();
  }

  private static String accept(FetchRequest.Purpose purpose) {
    return switch (purpose) {
      case FEED, SITEMAP -> "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
          + "text/html;q=0.8, */*;q=0.5";
      case PAGE -> "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";
      case ROBOTS -> "text/plain, */*;q=0.5";
    };
  }

  /** Hosts send validators that no request may hold: with such a one the document is asked for whole. */
  private static void validator(Request.Builder builder, String name, @Nullable String value) {
    if (value != null && HeaderText.isSendable(value)) {
      builder.header(name, value);
    }
  }

  private static Answer read(FetchRequest request, RedirectChain chain, Response response, Instant now)
      throws IOException {
    AnswerHead head = head(response, now);
    if (response.code() == 304) {
      return new Answer.Last(new NotModified(head, chain.permanentlyMovedTo()), null);
    }
    ResponseBody body = requireNonNull(response.body());
    if (response.code() != 200) {
      Duration wish = RetryAfter.of(response.headers(), now);
      var refusal = new Refusal(chain.at().uri(), head, refusalBody(body, response));
      return new Answer.Last(
          new Failed(reason(response.code()), "HTTP status " + response.code(), wish, refusal),
          response.code() == 429 || response.code() == 503 ? wish : null);
    }
    if (body.contentLength() > request.maxBytes()) {
      throw new BodyReader.TooLargeException(request.maxBytes());
    }
    byte[] bytes = BodyReader.read(body.byteStream(), response.header("Content-Encoding"), request.maxBytes());
    return new Answer.Last(
        new Fetched(chain.at().uri(), chain.permanentlyMovedTo(), head, bytes, false), null);
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
  private static byte[] refusalBody(ResponseBody body, Response response) {
    try (InputStream bytes = body.byteStream()) {
      byte[] start = bytes.readNBytes(MOST_REFUSAL_BYTES);
      return BodyReader.read(
          new java.io.ByteArrayInputStream(start), response.header("Content-Encoding"), MOST_REFUSAL_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
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
}
