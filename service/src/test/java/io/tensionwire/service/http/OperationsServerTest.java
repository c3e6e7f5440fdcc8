package io.tensionwire.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tensionwire.service.Health;
import io.tensionwire.service.config.ConfigurationException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OperationsServerTest {

  private final Health health = new Health();
  private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final OperationsServer server =
      new OperationsServer(new HttpConfig(new InetSocketAddress("127.0.0.1", 0)), health, meters);
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

    assertThatThrownBy(() -> new OperationsServer(taken, health, meters))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("http.listen: 127.0.0.1:" + server.address().getPort()
            + " is taken or not an address of this machine; choose another");
  }

  @Test
  void closesTwiceAndWithoutAStart() {
    var other = new OperationsServer(new HttpConfig(new InetSocketAddress("127.0.0.1", 0)), health, meters);

    other.close();
    other.close();

    assertThat(other.address().getPort()).isNotEqualTo(server.address().getPort());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(path, "GET");
  }

  private HttpResponse<String> send(String path, String method) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
