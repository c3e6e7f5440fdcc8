package io.tensionwire.service.kafka;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and checks those that are there. */
public final class TopicProvisioner {

  private final Admin admin;
  private final short replicationFactor;
  private final Duration timeout;

  /** @param timeout for each call to the cluster */
  public TopicProvisioner(Admin admin, short replicationFactor, Duration timeout) {
    this.admin = admin;
    this.replicationFactor = replicationFactor;
    this.timeout = timeout;
  }

  /** A topic as it is, beside what it should be. */
  public record State(Topic<?> topic, boolean created, int partitions, String cleanup, List<String> problems) {}

  /**
   * Creates what is missing and looks at the rest, several roles at once if need be.
   *
   * @throws TimeoutException if the cluster does not answer in time
   * @throws ExecutionException if it refuses
   */
  public List<State> ensure(Collection<? extends Topic<?>> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    var existing = await(admin.listTopics().names()::get);
    List<Topic<?>> missing = new ArrayList<>();
    for (Topic<?> topic : topics) {
      if (!existing.contains(topic.name())) {
        missing.add(topic);
      }
    }
    var results = admin.createTopics(missing.stream().map(t -> t.newTopic(replicationFactor)).toList()).values();
    List<Topic<?>> created = new ArrayList<>();
    for (Topic<?> topic : missing) {
      try {
        await(requireNonNull(results.get(topic.name()))::get);
        created.add(topic);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    return describe(topics, created);
  }

  /** The topics that exist, as they are; nothing is created. */
  public List<State> describe(Collection<? extends Topic<?>> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    var existing = await(admin.listTopics().names()::get);
    return describe(topics.stream().filter(topic -> existing.contains(topic.name())).toList(), List.of());
  }

  private List<State> describe(Collection<? extends Topic<?>> topics, List<Topic<?>> created)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, ConfigResource> resources =
        topics.stream()
            .map(Topic::name)
            .collect(Collectors.toMap(Function.identity(), n -> new ConfigResource(ConfigResource.Type.TOPIC, n)));
    // A topic just created may not be known to the broker that is asked: its description is tried for a while.
    Map<String, TopicDescription> descriptions = await(
        (amount, unit) -> describePatiently(resources.keySet(), unit.toNanos(amount)));
    Map<ConfigResource, Config> configs = await(admin.describeConfigs(resources.values()).all()::get);
    List<State> states = new ArrayList<>();
    for (Topic<?> topic : topics) {
      int partitions = requireNonNull(descriptions.get(topic.name())).partitions().size();
      Config config = requireNonNull(configs.get(requireNonNull(resources.get(topic.name()))));
      String cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
      List<String> problems = new ArrayList<>();
      if (partitions != topic.partitions()) {
        problems.add("has " + partitions + " partitions instead of " + topic.partitions());
      }
      if (!List.of(cleanup.split(",")).stream().sorted().toList().equals(topic.cleanup().stream().sorted().toList())) {
        problems.add("has cleanup.policy " + cleanup + " instead of " + String.join(",", topic.cleanup()));
      }
      states.add(new State(topic, created.contains(topic), partitions, cleanup, problems));
    }
    return states;
  }

  private Map<String, TopicDescription> describePatiently(Collection<String> names, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + nanos;
    while (true) {
      try {
        return admin.describeTopics(names).allTopicNames().get(nanos, TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @FunctionalInterface
  private interface Waiting<T> {
    T get(long amount, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException;
  }

  private <T> T await(Waiting<T> future) throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
