package io.tensionwire.standalone.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.standalone.process.OwnProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles as processes of their own, as in containers. */
@Isolated("says how soon a process ends, which it can only where it has the machine for itself")
@Timeout(120)
class RoleIT {

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "process", "alert"})
  void aRoleBecomesReadyAndEndsWhenItIsTold(String role) throws Exception {
    int port = freePort();
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"));
        var process = OwnProcess.start(folder, role, "--config", config(broker.bootstrapServers(), port))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || status(port, "/readyz") == 200);
      assertThat(process.isAlive()).as(process.err()).isTrue();
      assertThat(status(port, "/healthz")).isEqualTo(200);
      assertThat(body(port, "/metrics")).contains("jvm_memory_used_bytes");

      process.terminate();

      assertThat(process.ended(Duration.ofSeconds(5))).as(process.err()).isTrue();
      assertThat(process.exitCode()).as(process.err()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "process", "alert"})
  void withoutKafkaARoleWaitsAndEndsWhenItIsTold(String role) throws Exception {
    int port = freePort();
    try (var process = OwnProcess.start(folder, role, "--config", config("127.0.0.1:" + freePort(), port))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || status(port, "/healthz") == 200);
      assertThat(process.isAlive()).as(process.err()).isTrue();
      assertThat(status(port, "/readyz")).isEqualTo(503);

      process.terminate();

      assertThat(process.ended(Duration.ofSeconds(6))).as(process.err()).isTrue();
      assertThat(process.exitCode()).as(process.err()).isZero();
    }
  }

  private String config(String servers, int port) throws IOException {
    return Files.writeString(folder.resolve("tensionwire.yaml"), """
        kafka:
          bootstrap.servers: %s
        processor:
          watches: %s
          state-dir: %s
        http:
          listen: 127.0.0.1:%d
        """.formatted(servers, OwnProcess.repository().resolve("config/watches"), folder.resolve("state"), port))
        .toString();
  }

  private int status(int port, String path) throws InterruptedException {
    try {
      return client.send(request(port, path), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0; // not listening yet
    }
  }

  private String body(int port, String path) throws IOException, InterruptedException {
    return client.send(request(port, path), BodyHandlers.ofString()).body();
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(5)).build();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
