package io.tensionwire.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TopicsCommandIT {

  @TempDir Path folder;

  private EmbeddedBroker broker;
  private Path config;

  @BeforeEach
  void start() throws IOException {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    config = Files.writeString(
        folder.resolve("tensionwire.yaml"), "kafka:\n  bootstrap.servers: " + broker.bootstrapServers() + "\n");
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void topicsAreCreatedOnceAndThenDescribed() {
    Said before = say("describe");
    Said created = say("create");
    Said again = say("create");
    Said after = say("describe");

    assertThat(before.exitCode()).isEqualTo(1);
    assertThat(before.lines()).hasSize(1 + topics().size()).anyMatch(line -> line.endsWith("missing"));
    assertThat(created.exitCode()).isZero();
    assertThat(created.lines()).anyMatch(line -> line.matches("news\\.articles +6 +delete +30 d +created"));
    assertThat(again.exitCode()).isZero();
    assertThat(after.exitCode()).isZero();
    assertThat(after.lines()).anyMatch(line -> line.matches("news\\.deliveries +1 +compact,delete +90 d +ok"));
  }

  @Test
  void aTopicThatIsOtherThanItShouldBeIsShown() throws Exception {
    try (Admin admin = KafkaSettings.at(broker.bootstrapServers()).admin()) {
      admin.createTopics(List.of(new NewTopic("news.alerts", 3, (short) 1))).all().get();
    }

    Said said = say("create");

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.lines()).anyMatch(line -> line.startsWith("news.alerts") && line.contains("3 partitions instead of 1"));
  }

  private static List<Topic<?>> topics() {
    return KafkaSettings.at("").topics().all();
  }

  private Said say(String command) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute("topics", command, "--config", config.toString());
    assertThat(err.toString()).isEmpty();
    return new Said(exitCode, out.toString().lines().toList());
  }

  private record Said(int exitCode, List<String> lines) {}
}
