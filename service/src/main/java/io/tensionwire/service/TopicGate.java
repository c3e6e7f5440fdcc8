package io.tensionwire.service;

import io.tensionwire.model.Topic;
import io.tensionwire.service.config.ConfigurationException;
import io.tensionwire.service.kafka.TopicProvisioner;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a role waits at its start: for the cluster to answer, and for its topics to be there and as they should be. */
public final class TopicGate {

  private static final Logger log = LoggerFactory.getLogger(TopicGate.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private TopicGate() {}

  /**
   * Returns when the topics are ready; tries for as long as it takes, saying so.
   *
   * @throws ConfigurationException if a topic is there but not as it should be, or the cluster refuses for good
   * @throws InterruptedException if the role is closed meanwhile
   */
  public static void await(RoleContext context, Health.Check check, Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    for (int failures = 1; ; failures++) {
      String problem;
      try (var client = new ImpatientAdmin(context.kafka().admin())) {
        for (var state : new TopicProvisioner(client.admin(), context.kafka().replicationFactor(), CALL_TIMEOUT).ensure(topics)) {
          if (!state.problems().isEmpty()) {
            throw new ConfigurationException(
                "topic " + state.topic().name() + " " + String.join(" and ", state.problems())
                    + "; change it, or choose another topics.prefix");
          }
          if (state.created()) {
            log.atInfo().addKeyValue("topic", state.topic().name()).log("topic created");
          }
        }
        return;
      } catch (TimeoutException e) {
        problem = "no answer from Kafka";
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException cause)) {
          throw new ConfigurationException("Kafka refuses the topics: " + e.getMessage());
        }
        problem = cause.toString();
      }
      Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
      check.notReady(problem);
      log.atWarn()
          .addKeyValue("servers", context.kafka().bootstrapServers())
          .addKeyValue("problem", problem)
          .addKeyValue("retryInMs", pause.toMillis())
          .log("waiting for Kafka");
      Thread.sleep(pause);
    }
  }

  /** Its own close would wait a minute for the calls that nobody answered. */
  private record ImpatientAdmin(Admin admin) implements AutoCloseable {
    @Override
    public void close() {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
