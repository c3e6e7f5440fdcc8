package io.tensionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerIT {

  @TempDir Path data;

  @Test
  void whatItHoldsIsThereAfterARestartOnAnotherPort() throws Exception {
    try (var broker = EmbeddedBroker.start(data); var admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }

    try (var broker = EmbeddedBroker.start(data); var admin = admin(broker)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void listensOnThePortThatIsAskedForAndOnLoopbackAlone() throws Exception {
    int port = freePort();

    try (var broker = EmbeddedBroker.start(data, port); var admin = admin(broker)) {
      var node = admin.describeCluster().controller().get();

      assertThat(broker.port()).isEqualTo(port);
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(node.host()).isEqualTo("127.0.0.1");
      assertThat(node.port()).isEqualTo(port);
    }
  }

  @Test
  void topicsAreNotMadeByMistake() throws Exception {
    try (var broker = EmbeddedBroker.start(data); var admin = admin(broker)) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("mistyped")).allTopicNames().get())
          .hasMessageContaining("does not host this topic-partition");
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  @Test
  void refusesAFolderThatIsInUse() {
    try (var broker = EmbeddedBroker.start(data)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another Tensionwire")
          .hasMessageContaining("embedded.data");
      assertThat(broker.port()).isPositive();
    }
  }

  @Test
  void aStartThatFailsLeavesNothingBehind() throws Exception {
    Set<String> before = threads();

    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data, taken.getLocalPort()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot start in " + data)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("Address already in use");
    }

    await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    EmbeddedBroker.start(data).close();
  }

  @Test
  void closingItTwiceAndStartingAgainLeavesNothingBehind() {
    Set<String> before = threads();

    var broker = EmbeddedBroker.start(data);
    broker.close();
    broker.close();

    await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    EmbeddedBroker.start(data).close();
  }

  @Test
  void aFolderThatIsAFileIsRefusedInOneLine() throws Exception {
    Path file = Files.createFile(data.resolve("file"));

    assertThatThrownBy(() -> EmbeddedBroker.start(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the folder " + file + " cannot be used");
  }

  /** Names of the live threads that keep a process alive. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon() && thread.isAlive())
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
