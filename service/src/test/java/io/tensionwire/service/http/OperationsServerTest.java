package io.tensionwire.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tensionwire.service.Health;
import io.tensionwire.service.PageContent;
import io.tensionwire.service.Pages;
import io.tensionwire.service.config.ConfigurationException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OperationsServerTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final Health health = new Health();
  private final Pages pages = new Pages();
  private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final OperationsServer server =
      new OperationsServer(new HttpConfig(new InetSocketAddress("127.0.0.1", 0)), health, pages, meters);
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
    http.close();
  }

  @Test
  void takesAnyFreePort() {
    assertThat(server.address().getPort()).isPositive();
  }

  @Test
  void isAliveWhateverItsHealth() throws Exception {
    health.check("kafka").notReady("no answer");

    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/healthz").body()).isEqualTo("ok\n");
  }

  @Test
  void isReadyWhenItsChecksAre() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(503);

    health.check("kafka").notReady("no answer from Kafka");
    health.check("feeds").ready();

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("feeds: ready\nkafka: no answer from Kafka\n");

    health.check("kafka").ready();

    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").body()).isEqualTo("feeds: ready\nkafka: ready\n");
  }

  @Test
  void showsItsMetrics() throws Exception {
    meters.counter("articles.read").increment(3);

    assertThat(get("/metrics").body()).contains("articles_read_total 3.0");
    assertThat(get("/metrics").headers().firstValue("Content-Type")).hasValueSatisfying(
        type -> assertThat(type).startsWith("text/plain"));
  }

  @Test
  void answersAHeadWithoutABody() throws Exception {
    HttpResponse<String> response = send("/healthz", "HEAD");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void refusesToBeWrittenTo() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      HttpResponse<String> response = send("/healthz", method);

      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
  }

  @Test
  void knowsNoOtherPages() throws Exception {
    for (String path : new String[] {"/", "/healthzz", "/healthz/", "/metrics/x", "/favicon.ico"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() {
    var taken = new HttpConfig(server.address());

    assertThatThrownBy(() -> new OperationsServer(taken, health, pages, meters))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("http.listen: 127.0.0.1:" + server.address().getPort()
            + " is taken or not an address of this machine; choose another");
  }

  @Test
  void closesTwiceAndWithoutAStart() {
    var other = new OperationsServer(new HttpConfig(new InetSocketAddress("127.0.0.1", 0)), health, pages, meters);

    other.close();
    other.close();

    assertThat(other.address().getPort()).isNotEqualTo(server.address().getPort());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(path, "GET");
  }

  @Test
  void showsThePagesOfTheRoles() throws Exception {
    pages.show("/feed", () -> PageContent.of("text/plain", "one".getBytes(UTF_8), NOON));

    HttpResponse<String> answer = get("/feed");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("one");
    assertThat(answer.headers().firstValue("Last-Modified")).contains("Sat, 21 Nov 2026 12:00:00 GMT");
    assertThat(get("/feed/more").statusCode()).isEqualTo(404);
    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverHasAPageIsToldSo() throws Exception {
    pages.show("/feed", () -> PageContent.of("text/plain", "one".getBytes(UTF_8), NOON));
    String etag = get("/feed").headers().firstValue("ETag").orElseThrow();

    assertThat(statusWith("If-None-Match", etag)).isEqualTo(304);
    assertThat(statusWith("If-None-Match", "\"other\", W/" + etag)).isEqualTo(304);
    assertThat(statusWith("If-None-Match", "\"other\"")).isEqualTo(200);
    assertThat(statusWith("If-Modified-Since", "Sat, 21 Nov 2026 12:00:00 GMT")).isEqualTo(304);
    assertThat(statusWith("If-Modified-Since", "Sat, 21 Nov 2026 11:59:59 GMT")).isEqualTo(200);
    assertThat(statusWith("If-Modified-Since", "yesterday")).isEqualTo(200);

    pages.show("/feed", () -> PageContent.of("text/plain", "two".getBytes(UTF_8), NOON));
    assertThat(statusWith("If-None-Match", etag)).isEqualTo(200);
  }

  private int statusWith(String header, String value) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/feed");
    return http.send(HttpRequest.newBuilder(uri).header(header, value).build(), BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> send(String path, String method) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
