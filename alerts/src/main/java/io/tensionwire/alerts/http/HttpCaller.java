package io.tensionwire.alerts.http;

import io.tensionwire.model.yaml.Secret;
import io.tensionwire.service.address.AddressGuard;
import io.tensionwire.service.address.PrivateAddresses;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Makes calls, one at a time. */
public final class HttpCaller implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  /** From the look-up of the name to the answer's last byte. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
  /** After which a call that does not end by its time-out is left alone: a name service that hangs knows no other end. */
  private static final Duration GRACE = Duration.ofMillis(500);
  /** Of an answer: a word, or a few fields, are expected. */
  private static final int MOST_BODY_BYTES = 64 * 1024;

  private final Duration callTimeout;
  private final OkHttpClient client;

  public HttpCaller(PrivateAddresses allowed) {
    this(allowed, CALL_TIMEOUT);
  }

  public HttpCaller(PrivateAddresses allowed, Duration callTimeout) {
    this.callTimeout = callTimeout;
    this.client = new OkHttpClient.Builder()
        .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor()))
        .connectionPool(new ConnectionPool(2, 20, TimeUnit.SECONDS))
        .protocols(List.of(Protocol.HTTP_1_1))
        .socketFactory(new AddressGuard(allowed))
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(min(CONNECT_TIMEOUT, callTimeout))
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .callTimeout(callTimeout)
        .eventListenerFactory(Progress::of)
        .build();
  }

  /** Whether a text is an address that can be called. */
  public static boolean isAddress(Secret url) {
    return HttpUrl.parse(url.reveal()) != null;
  }

  /**
   * Makes a call and waits for its end, a little longer than the time-out at most.
   *
   * @throws InterruptedException if told to stop; the call is broken off, and its outcome is unknown
   */
  public Reply call(HttpCall call) throws InterruptedException {
    HttpUrl url = HttpUrl.parse(call.url().reveal());
    if (url == null) {
      throw new IllegalArgumentException("the address of a receiver cannot be read");
    }
    var progress = new Progress();
    Request.Builder request = new Request.Builder()
        .url(url)
        .header("User-Agent", "Tensionwire")
        .method(call.method(), new OneShotBody(call.body()))
        .tag(Progress.class, progress);
    call.headers().forEach(request::header);
    SecretParts secret = SecretParts.of(call.url());
    Call running = client.newCall(request.build());
    var reply = new CompletableFuture<Reply>();
    running.enqueue(new Callback() {
      @Override
      public void onResponse(Call answered, Response response) {
        try (response) {
          reply.complete(read(response, secret));
        } catch (IOException e) {
          reply.complete(progress.brokenBy(e));
        }
      }

      @Override
      public void onFailure(Call failed, IOException e) {
        reply.complete(progress.brokenBy(e));
      }
    });
    try {
      return reply.get(callTimeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return progress.timedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reply is never completed by an exception", e);
    } finally {
      running.cancel();
    }
  }

  private static Reply read(Response response, SecretParts secret) throws IOException {
    byte[] bytes = response.peekBody(MOST_BODY_BYTES).bytes();
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach(header -> headers.putIfAbsent(header.getFirst(), header.getSecond()));
    return new Reply.Answer(response.code(), headers, bytes, secret);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdownNow();
    client.connectionPool().evictAll();
  }
}
