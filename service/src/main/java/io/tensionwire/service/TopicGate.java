package io.tensionwire.service;

import io.tensionwire.model.Topic;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a role waits at its start: for the cluster to answer, and for its topics to be there and as they should be. */
public final class TopicGate {

  private static final Logger log = LoggerFactory.getLogger(TopicGate.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private TopicGate() {}

  /**
   * Returns when the topics are ready; tries for as long as it takes, saying so. The check stays as it is then: the
   * role itself is ready later.
   *
   * @throws ConfigurationException if a topic is there but not as it should be, the cluster refuses for good, or the
   *     settings are not usable
   * @throws InterruptedException if the role is closed meanwhile
   */
  public static void await(RoleContext context, Health.Check check, Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    String said = null;
    for (int failures = 1; ; failures++) {
      String problem = tryOnce(context.kafka(), topics);
      if (problem == null) {
        if (said != null) {
          log.atInfo().addKeyValue("servers", context.kafka().bootstrapServers()).log("Kafka answers");
        }
        return;
      }
      Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
      check.notReady(problem);
      // Once for each problem: a cluster may be away for hours.
      (problem.equals(said) ? log.atDebug() : log.atWarn())
          .addKeyValue("problem", problem)
          .addKeyValue("retryInMs", pause.toMillis())
          .log("waiting for Kafka");
      said = problem;
      Thread.sleep(pause);
    }
  }

  /** What is in the way for now; {@code null} when the topics are ready. */
  private static @Nullable String tryOnce(KafkaSettings kafka, Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    Admin admin;
    try {
      admin = kafka.admin();
    } catch (KafkaException e) {
      return whyNoClient(kafka, e);
    }
    try {
      new TopicProvisioner(admin, kafka.replicationFactor(), CALL_TIMEOUT).ensure(topics).forEach(TopicGate::pass);
      return null;
    } catch (TimeoutException e) {
      return kafka.noAnswer();
    } catch (ExecutionException e) {
      if (mayPass(e.getCause())) {
        return "Kafka at " + kafka.bootstrapServers() + " is not ready: " + reason(e);
      }
      throw new ConfigurationException("Kafka at " + kafka.bootstrapServers() + " refuses the topics: " + reason(e));
    } finally {
      // Calls that were not answered in time are not waited for.
      admin.close(Duration.ZERO);
    }
  }

  private static void pass(TopicProvisioner.State state) {
    if (!state.problems().isEmpty()) {
      throw new ConfigurationException(
          "topic " + state.topic().name() + " " + String.join(" and ", state.problems())
              + "; change it, or choose another topics.prefix");
    }
    if (state.created()) {
      log.atInfo().addKeyValue("topic", state.topic().name()).log("topic created");
    }
  }

  /** A cluster whose brokers are still joining has too few of them for a while. */
  private static boolean mayPass(@Nullable Throwable cause) {
    return cause instanceof RetriableException || cause instanceof InvalidReplicationFactorException;
  }

  /**
   * A host that is not known may be a container that is not up yet: the world's state. An address that is none, or any
   * other setting that the client refuses, is the configuration's.
   */
  private static String whyNoClient(KafkaSettings kafka, KafkaException e) {
    String reason = reason(e);
    if (reason.startsWith("No resolvable bootstrap urls")) {
      return "no host of kafka.bootstrap.servers is known: " + kafka.bootstrapServers();
    }
    throw new ConfigurationException("the settings under kafka are not usable: " + reason);
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }
}
