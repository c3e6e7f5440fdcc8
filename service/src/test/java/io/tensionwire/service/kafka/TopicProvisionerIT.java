package io.tensionwire.service.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TopicProvisionerIT {

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Admin admin;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(data);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void createsWhatIsMissingAsItShouldBe() throws Exception {
    Topics topics = Topics.withPrefix("created.");

    var states = provisioner().ensure(topics.all());

    assertThat(states).hasSize(14).allSatisfy(state -> {
      assertThat(state.created()).isTrue();
      assertThat(state.problems()).isEmpty();
      assertThat(state.partitions()).isEqualTo(state.topic().partitions());
    });
    for (Topic<?> topic : topics.all()) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      var config = requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
      topic.settings().forEach((name, value) -> assertThat(config.get(name).value()).as(name).isEqualTo(value));
    }
  }

  @Test
  void leavesWhatIsThereAsItIs() throws Exception {
    Topics topics = Topics.withPrefix("twice.");
    provisioner().ensure(topics.all());

    assertThat(provisioner().ensure(topics.all()))
        .hasSize(14)
        .allMatch(state -> !state.created() && state.problems().isEmpty());
  }

  @Test
  void severalAtOnceDoNotDisturbEachOther() throws Exception {
    Topics topics = Topics.withPrefix("together.");
    Callable<List<TopicProvisioner.State>> ensure = () -> provisioner().ensure(topics.all());

    try (var roles = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<TopicProvisioner.State>>> results = roles.invokeAll(List.of(ensure, ensure, ensure));

      for (var result : results) {
        assertThat(result.get()).hasSize(14).allMatch(state -> state.problems().isEmpty());
      }
      assertThat(results.stream().flatMap(r -> r.resultNow().stream()).filter(TopicProvisioner.State::created))
          .as("each topic is created by one of them")
          .hasSize(14);
    }
  }

  @Test
  void saysWhatIsNotAsItShouldBeAndChangesNothing() throws Exception {
    Topics topics = Topics.withPrefix("wrong.");
    admin.createTopics(List.of(new NewTopic("wrong.articles", 2, (short) 1), new NewTopic("wrong.alerts", 1, (short) 1)
        .configs(Map.of("cleanup.policy", "compact")))).all().get();

    var states = provisioner().ensure(List.of(topics.articles(), topics.alerts()));

    assertThat(states.get(0).problems()).containsExactly("has 2 partitions instead of 6");
    assertThat(states.get(1).problems()).containsExactly("has cleanup.policy compact instead of delete");
    assertThat(states).noneMatch(TopicProvisioner.State::created);
  }

  @Test
  void describesWhatIsThereAndCreatesNothing() throws Exception {
    Topics topics = Topics.withPrefix("described.");
    provisioner().ensure(List.of(topics.alerts()));

    assertThat(provisioner().describe(topics.all())).extracting(state -> state.topic().name())
        .containsExactly("described.alerts");
    assertThat(admin.listTopics().names().get()).doesNotContain("described.articles");
  }

  private static TopicProvisioner provisioner() {
    return new TopicProvisioner(admin, (short) -1, Duration.ofSeconds(10));
  }
}
