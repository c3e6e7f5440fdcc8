package io.tensionwire.alerts.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.yaml.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts to an incoming webhook. The address is the secret: it is in no log, exception or outcome. */
public final class SlackWebhookReceiver implements Receiver {

  /** Slack allows one message a second and channel; going on past a limit can get the app disabled. */
  public static final Rate RATE = new Rate(1);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
  /** Of an answer: a word is expected. */
  private static final int MOST_BODY_BYTES = 64 * 1024;

  private final String name;
  private final Secret url;
  private final Rate rate;
  private final Duration callTimeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  public SlackWebhookReceiver(String name, Secret url, Rate rate) {
    this(name, url, rate, CALL_TIMEOUT);
  }

  SlackWebhookReceiver(String name, Secret url, Rate rate, Duration callTimeout) {
    this.name = name;
    this.url = url;
    this.rate = rate;
    this.callTimeout = callTimeout;
  }

  @Override
  public String name() {
    return name;
  }

  /** A webhook gives its messages no name, so it can neither change nor answer them. */
  @Override
  public boolean showsEdits() {
    return false;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    return post(SlackMessage.json(dispatch.message()));
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return post(SlackNotice.json(notice));
  }

  private Outcome post(String json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.reveal()))
            .timeout(callTimeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8))
            .build();
    // Asynchronous for its time-out alone: the request's own ends with the answer's first line.
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BODY_BYTES));
    try {
      HttpResponse<byte[]> response = call.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return outcome(response, error(response));
    } catch (TimeoutException e) {
      return new Outcome.Retryable(Reason.TIMED_OUT, null, null);
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      call.cancel(true);
    }
  }

  /** An exception's text may name the address; its class is all that is told. */
  private static Outcome failed(@Nullable Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e -> new Outcome.Retryable(Reason.UNREACHABLE, null, null);
      case ConnectException e -> new Outcome.Retryable(Reason.UNREACHABLE, null, null);
      case HttpTimeoutException e -> new Outcome.Retryable(Reason.TIMED_OUT, null, null);
      case IOException e -> new Outcome.Retryable(Reason.ANSWER_LOST, e.getClass().getSimpleName(), null);
      case null, default -> throw new IllegalStateException(
          "a call to a webhook failed with " + (cause == null ? "nothing" : cause.getClass().getName()));
    };
  }

  private static Outcome outcome(HttpResponse<?> response, String error) {
    int status = response.statusCode();
    String detail = status + (error.isEmpty() ? "" : " " + error);
    if (status == 200) {
      return Outcome.delivered();
    }
    if (status == 429) {
      return new Outcome.Retryable(Reason.RATE_LIMITED, detail, retryAfter(response));
    }
    if (status >= 500) {
      return new Outcome.Retryable(Reason.UNAVAILABLE, detail, retryAfter(response));
    }
    return new Outcome.Rejected(
        switch (status) {
          case 400, 413 -> Reason.INVALID_MESSAGE;
          case 401, 403 -> Reason.FORBIDDEN;
          case 404, 410 -> Reason.NOT_FOUND;
          default -> Reason.UNEXPECTED_ANSWER;
        },
        detail);
  }

  /** Slack's own word, such as {@code no_service}; anything longer is somebody else's page. */
  private static String error(HttpResponse<byte[]> response) {
    String text = PlainText.of(new String(response.body(), UTF_8)).strip();
    return text.matches("[a-z0-9_.-]{1,60}") && response.statusCode() != 200 ? text : "";
  }

  /** In seconds, as Slack gives it; {@code null} where it is not given or cannot be read. */
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("").strip().toLowerCase(Locale.ROOT);
    return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
