package io.tensionwire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.ingest.websub.Hub.Mode;
import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Hears hubs: their questions whether we asked, and their pushes, of which nothing is kept. */
final class CallbackServer implements AutoCloseable {

  private static final long MOST_BYTES = 10L << 20;
  private static final int MOST_AT_ONCE = 64;
  private static final int LONGEST_CHALLENGE = 2048;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
  private final Subscriptions subscriptions;
  private final CallbackKeys keys;
  private final MeterRegistry meters;

  CallbackServer(InetSocketAddress listen, Subscriptions subscriptions, CallbackKeys keys, MeterRegistry meters) {
    this.subscriptions = subscriptions;
    this.keys = keys;
    this.meters = meters;
    try {
      server = HttpServer.create(listen, 0);
    } catch (IOException e) {
      throw new ConfigurationException("ingest.websub.listen: " + listen.getHostString() + ":" + listen.getPort()
          + " is taken or not an address of this machine; choose another");
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    // A slow drip would hold its place for ever: the body has its time, and then the connection is gone.
    Thread limit = Thread.ofVirtual().start(() -> endLater(exchange));
    try (exchange) {
      HubSubscription subscription = subscriptions.byToken(token(exchange));
      if (subscription == null) {
        answer(exchange, NOT_FOUND, "");
      } else if (!atOnce.tryAcquire()) {
        exchange.getResponseHeaders().set("Retry-After", "60");
        answer(exchange, 503, "");
      } else {
        try {
          serve(exchange, subscription);
        } finally {
          atOnce.release();
        }
      }
    } finally {
      limit.interrupt();
    }
  }

  private static void endLater(HttpExchange exchange) {
    try {
      Thread.sleep(TIME_LIMIT);
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Served in time.
    }
  }

  /** The last part of the path, whatever a proxy has left of what is before it. */
  private static String token(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void serve(HttpExchange exchange, HubSubscription subscription) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "GET" -> verify(exchange, subscription);
      case "POST" -> push(exchange, subscription);
      default -> {
        exchange.getResponseHeaders().set("Allow", "GET, POST");
        answer(exchange, 405, "");
      }
    }
  }

  private void verify(HttpExchange exchange, HubSubscription subscription) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String topic = asked.getOrDefault("hub.topic", "");
    String challenge = asked.getOrDefault("hub.challenge", "");
    switch (asked.getOrDefault("hub.mode", "").toLowerCase(Locale.ROOT)) {
      case "subscribe" -> echo(
          exchange, challenge, subscription.confirms(Mode.SUBSCRIBE, topic, lease(asked.get("hub.lease_seconds"))));
      case "unsubscribe" -> echo(exchange, challenge, subscription.confirms(Mode.UNSUBSCRIBE, topic, null));
      case "denied" -> {
        String reason = asked.getOrDefault("hub.reason", "").replaceAll("\\p{Cntrl}+", " ").strip();
        subscription.denied(topic, reason.substring(0, Math.min(200, reason.length())));
        answer(exchange, 200, "");
      }
      default -> answer(exchange, NOT_FOUND, "");
    }
  }

  private static void echo(HttpExchange exchange, String challenge, boolean wanted) throws IOException {
    if (wanted && !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE) {
      answer(exchange, 200, challenge);
    } else {
      answer(exchange, NOT_FOUND, "");
    }
  }

  /** A wrong signature gets the answer of a right one (WebSub, 8): whoever forges learns nothing. */
  private void push(HttpExchange exchange, HubSubscription subscription) throws IOException {
    if (!subscription.isWanted()) {
      answer(exchange, 410, ""); // The hub is to forget us.
      return;
    }
    Signature signature = Signature.parse(exchange.getRequestHeaders().getFirst("X-Hub-Signature"));
    boolean signed = signature != null
        && signature.signs(exchange.getRequestBody(), keys.hubSecret(subscription.feedId()), MOST_BYTES);
    meters.counter("tensionwire.ingest.websub.pushes", "outcome", signed ? "woke" : "not-signed").increment();
    if (signed) {
      subscription.pushed();
    }
    answer(exchange, 202, "");
  }

  private static @Nullable Duration lease(@Nullable String seconds) {
    return seconds != null && seconds.matches("[1-9]\\d{0,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : query == null ? new String[0] : query.split("&")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        try {
          parameters.putIfAbsent(
              URLDecoder.decode(each.substring(0, equals), UTF_8), URLDecoder.decode(each.substring(equals + 1), UTF_8));
        } catch (IllegalArgumentException e) {
          parameters.putIfAbsent(each.substring(0, equals), ""); // No such value was asked for.
        }
      }
    }
    return parameters;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
