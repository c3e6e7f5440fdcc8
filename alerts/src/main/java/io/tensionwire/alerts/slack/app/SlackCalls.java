package io.tensionwire.alerts.slack.app;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's client, so that a call is made once, ends in time, and fails in a way that says whether it may have been
 * heard. No exception of its makers gets out: their texts may hold what was sent.
 */
final class SlackCalls implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** One call, with its token already given. */
  @FunctionalInterface
  interface Method<T extends SlackApiTextResponse> {
    T call(MethodsClient client) throws IOException, SlackApiException;
  }

  /** Whether the call that the thread makes has begun to be sent. */
  private final ThreadLocal<Boolean> sent = ThreadLocal.withInitial(() -> false);
  private final Slack slack;

  /**
   * @param api where the methods are, with a slash at the end
   * @param timeout of a whole call
   */
  SlackCalls(URI api, Duration timeout) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString());
    config.setHttpClientCallTimeoutMillis(Math.toIntExact(timeout.toMillis()));
    config.setStatsEnabled(false);
    // They log what was sent and answered.
    config.getHttpClientResponseHandlers().clear();
    OkHttpClient http =
        SlackHttpClient.buildOkHttpClient(config).newBuilder()
            .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .followRedirects(false)
            .addInterceptor(chain -> chain.proceed(once(chain.request())))
            .eventListener(new EventListener() {
              @Override
              public void requestHeadersStart(Call call) {
                sent.set(true);
              }
            })
            .build();
    var client = new SlackHttpClient(http);
    client.setConfig(config);
    this.slack = Slack.getInstance(config, client);
  }

  Slack slack() {
    return slack;
  }

  <T extends SlackApiTextResponse> T call(String token, Method<T> method) throws CallFailed, InterruptedException {
    sent.set(false);
    try {
      T answer = method.call(slack.methods(token));
      if (!answer.isOk()) {
        throw refused(answer);
      }
      return answer;
    } catch (SlackApiException e) {
      throw refused(e);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw broken(e);
    } catch (RuntimeException e) {
      // What answered is not Slack, or it broke off: the SDK cannot read it.
      throw new CallFailed("", new Outcome.Retryable(Reason.ANSWER_LOST, "the answer cannot be read", null));
    }
  }

  /** Says a word to the reader who pressed a button, at the address that came with the click. */
  void answer(URI address, String text) throws CallFailed, InterruptedException {
    sent.set(false);
    var answer = Map.of("response_type", "ephemeral", "replace_original", false, "text", text);
    try (Response response = slack.getHttpClient().postJsonBody(address.toString(), answer)) {
      if (!response.isSuccessful()) {
        throw new CallFailed("", Refusals.outcome(response.code(), null));
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw broken(e);
    }
  }

  /** Left alone, the client sends a request again where its connection broke: that would be a message twice. */
  private static Request once(Request request) {
    RequestBody body = request.body();
    return body == null ? request : request.newBuilder().method(request.method(), new OneShot(body)).build();
  }

  private static CallFailed refused(SlackApiTextResponse answer) {
    String word = word(answer.getError());
    String needed = word(answer.getNeeded());
    String detail = needed.isEmpty() ? word : word + ": " + needed;
    return new CallFailed(word, Refusals.outcome(word, detail, retryAfter(answer.getHttpResponseHeaders())));
  }

  private static CallFailed refused(SlackApiException e) {
    int status = e.getResponse().code();
    String word = e.getError() == null ? "" : word(e.getError().getError());
    Duration retryAfter = seconds(e.getResponse().header("Retry-After"));
    return new CallFailed(
        word,
        word.isEmpty() || status == 429 || status >= 500
            ? Refusals.outcome(status, retryAfter)
            : Refusals.outcome(word, word, retryAfter));
  }

  /** An exception's text may name what was sent; its class is all that is told. */
  private CallFailed broken(IOException e) {
    if (!sent.get()) {
      return new CallFailed("", new Outcome.Retryable(Reason.UNREACHABLE, e.getClass().getSimpleName(), null));
    }
    boolean late = e instanceof SocketTimeoutException || e instanceof InterruptedIOException;
    return new CallFailed(
        "",
        late
            ? new Outcome.Retryable(Reason.TIMED_OUT, null, null)
            : new Outcome.Retryable(Reason.ANSWER_LOST, e.getClass().getSimpleName(), null));
  }

  /** Slack's own word, such as {@code not_in_channel}, or a list of scopes; anything else is somebody else's page. */
  private static String word(@Nullable String text) {
    return text != null && text.matches("[A-Za-z0-9_.:,-]{1,120}") ? text.toLowerCase(Locale.ROOT) : "";
  }

  private static @Nullable Duration retryAfter(@Nullable Map<String, List<String>> headers) {
    List<String> values = headers == null ? null : headers.get("retry-after");
    return values == null || values.isEmpty() ? null : seconds(values.getFirst());
  }

  private static @Nullable Duration seconds(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      throw new IllegalStateException("the client of Slack does not close: " + e.getClass().getSimpleName());
    }
  }

  /** A body that may be sent once. */
  private static final class OneShot extends RequestBody {

    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }
}
