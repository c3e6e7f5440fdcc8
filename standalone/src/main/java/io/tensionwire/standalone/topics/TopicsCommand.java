package io.tensionwire.standalone.topics;

import io.tensionwire.model.Topic;
import io.tensionwire.service.config.Configuration;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.cli.ConfigOption;
import io.tensionwire.standalone.cli.Table;
import io.tensionwire.standalone.process.RunFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics create | describe}: the topics as the parts need them, beside those that the cluster has. */
@Command(name = "topics", description = "The topics: create what is missing, check what is there.")
public final class TopicsCommand implements Runnable {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say create or describe");
  }

  @Command(name = "create", description = "Create the topics that are missing and check the others.")
  int create(@Mixin ConfigOption config) {
    return show(config, TopicProvisioner::ensure);
  }

  @Command(name = "describe", description = "Show the topics; nothing is created.")
  int describe(@Mixin ConfigOption config) {
    return show(config, TopicProvisioner::describe);
  }

  /** One call to the cluster about all topics. */
  public interface Call {
    List<TopicProvisioner.State> of(TopicProvisioner provisioner, List<Topic<?>> topics)
        throws InterruptedException, ExecutionException, TimeoutException;
  }

  private int show(ConfigOption config, Call call) {
    Configuration configuration = config.load();
    KafkaSettings kafka = ConfigOption.cluster(configuration);
    configuration.rejectUnknownKeys();

    List<Topic<?>> wanted = kafka.topics().all();
    List<TopicProvisioner.State> found = found(kafka, call, wanted);

    var table = new Table("TOPIC", "PARTITIONS", "CLEANUP", "RETENTION", "STATE");
    boolean complete = true;
    for (Topic<?> topic : wanted) {
      var state = found.stream().filter(s -> s.topic().name().equals(topic.name())).findFirst().orElse(null);
      complete &= state != null && state.problems().isEmpty();
      table.add(
          topic.name(),
          Integer.toString(state == null ? topic.partitions() : state.partitions()),
          state == null ? String.join(",", topic.cleanup()) : state.cleanup(),
          days(topic.retention()),
          words(state));
    }
    table.print(spec.commandLine().getOut());
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  public static List<TopicProvisioner.State> found(KafkaSettings kafka, Call call, List<Topic<?>> wanted) {
    try (var cluster = new Cluster(kafka.admin())) {
      return call.of(new TopicProvisioner(cluster.admin(), kafka.replicationFactor(), CALL_TIMEOUT), wanted);
    } catch (TimeoutException e) {
      throw new RunFailure(
          "Kafka at " + kafka.bootstrapServers() + " does not answer within " + CALL_TIMEOUT.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new RunFailure("Kafka at " + kafka.bootstrapServers() + " refuses: " + e.getCause());
    } catch (KafkaException e) {
      throw new RunFailure("kafka: " + (e.getCause() == null ? e : e.getCause()).getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure("interrupted");
    }
  }

  /** Left to itself, a client waits another minute for a call that nobody waits for any more. */
  private record Cluster(Admin admin) implements AutoCloseable {
    @Override
    public void close() {
      admin.close(Duration.ZERO);
    }
  }

  private static String words(TopicProvisioner.@Nullable State state) {
    if (state == null) {
      return "missing";
    }
    if (!state.problems().isEmpty()) {
      return String.join(" and ", state.problems());
    }
    return state.created() ? "created" : "ok";
  }

  private static String days(@Nullable Duration retention) {
    return retention == null ? "kept" : retention.toDays() + " d";
  }
}
