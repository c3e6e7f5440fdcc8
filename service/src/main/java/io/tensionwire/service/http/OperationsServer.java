package io.tensionwire.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tensionwire.service.Health;
import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /healthz} (alive), {@code /readyz} (503 unless the work can be done, a line for each check) and {@code
 * /metrics} (Prometheus).
 */
public final class OperationsServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  public OperationsServer(HttpConfig config, Health health, PrometheusMeterRegistry meters) {
    try {
      server = HttpServer.create(config.listen(), 0);
    } catch (BindException e) {
      throw new ConfigurationException(
          "http.listen: " + text(config.listen()) + " is taken or not an address of this machine; choose another");
    } catch (IOException e) {
      throw new ConfigurationException("http.listen: " + text(config.listen()) + " cannot be used: " + e.getMessage());
    }
    server.setExecutor(requests);
    server.createContext("/healthz", exchange -> answer(exchange, 200, "ok\n"));
    server.createContext("/readyz", exchange -> answer(exchange, health.ready() ? 200 : 503, lines(health)));
    server.createContext("/metrics", exchange -> answer(exchange, 200, meters.scrape()));
  }

  public void start() {
    server.start();
  }

  /** The address in use, its port never 0. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.close();
  }

  private static String lines(Health health) {
    var lines = new StringBuilder();
    health.states().forEach((check, state) -> lines.append(check).append(": ").append(state).append('\n'));
    return lines.toString();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(status, -1);
      } else {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static String text(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }
}
