package io.tensionwire.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tensionwire.service.Health;
import io.tensionwire.service.Pages;
import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves {@code /healthz} (alive), {@code /readyz} (503 unless the work can be done, a line for each check) and {@code
 * /metrics} (Prometheus), and the pages of the roles.
 */
public final class OperationsServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  public OperationsServer(HttpConfig config, Health health, Pages pages, PrometheusMeterRegistry meters) {
    try {
      server = HttpServer.create(config.listen(), 0);
    } catch (BindException e) {
      throw new ConfigurationException(
          "http.listen: " + text(config.listen()) + " is taken or not an address of this machine; choose another");
    } catch (IOException e) {
      throw new ConfigurationException("http.listen: " + text(config.listen()) + " cannot be used: " + e.getMessage());
    }
    server.setExecutor(requests);
    page("/healthz", () -> new Answer(200, "ok\n"));
    page("/readyz", () -> new Answer(health.ready() ? 200 : 503, lines(health)));
    page("/metrics", () -> new Answer(200, meters.scrape()));
    server.createContext("/", new PageHandler(pages));
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

  private record Answer(int status, String text) {}

  /** Serves this very path: a context alone would serve all that begins with it. */
  private void page(String path, Supplier<Answer> page) {
    server.createContext(
        path,
        exchange -> {
          String method = exchange.getRequestMethod();
          if (!exchange.getRequestURI().getPath().equals(path)) {
            send(exchange, new Answer(404, "not found\n"));
          } else if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, new Answer(405, "only GET and HEAD\n"));
          } else {
            send(exchange, page.get());
          }
        });
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      byte[] body = answer.text().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static String text(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }
}
