package io.tensionwire.processor;

import io.tensionwire.service.Health;
import io.tensionwire.service.RoleContext;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether the processor can do its work: Streams runs, and the broker answers. Streams itself waits for a lost
 * broker without a word, so somebody has to ask.
 */
final class Readiness implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_UNTIL_READY = Duration.ofMillis(100);
  private static final String TAKING_OVER = "taking over its partitions";
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Health.Check check;
  private final Supplier<KafkaStreams.State> state;
  private final Admin admin;
  private final String noAnswer;
  private final Thread thread;
  private String said = "";

  Readiness(RoleContext context, Health.Check check, Supplier<KafkaStreams.State> state) {
    this.check = check;
    this.state = state;
    this.noAnswer = context.kafka().noAnswer();
    this.admin = context.kafka().admin();
    this.thread = Thread.ofVirtual().name("processor-readiness").start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        String problem = problem();
        say(problem);
        Thread.sleep(problem.isEmpty() ? PAUSE : PAUSE_UNTIL_READY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private String problem() throws InterruptedException {
    try {
      admin.describeCluster().nodes().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return noAnswer;
    }
    return switch (state.get()) {
      case RUNNING -> "";
      case CREATED, REBALANCING -> TAKING_OVER;
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> "stopped";
    };
  }

  private void say(String problem) {
    if (problem.isEmpty()) {
      check.ready();
    } else {
      check.notReady(problem);
    }
    if (!problem.equals(said)) {
      said = problem;
      if (problem.isEmpty()) {
        log.atInfo().log("processor ready");
      } else {
        // That partitions move is no trouble.
        var level = problem.equals(TAKING_OVER) ? log.atInfo() : log.atWarn();
        level.addKeyValue("problem", problem).log("processor not ready");
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    admin.close(Duration.ofMillis(500));
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    check.notReady("stopped");
  }
}
