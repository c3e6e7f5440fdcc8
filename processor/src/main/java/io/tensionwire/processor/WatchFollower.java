package io.tensionwire.processor;

import io.tensionwire.model.Watch;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code news.watches} on a thread of its own, beside the topology: every instance reads all of it, without a
 * group. A broker that is away changes nothing; what was pushed meanwhile is read when it is back.
 */
final class WatchFollower implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WatchFollower.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(1);

  private final RoleContext context;
  private final WatchDesk desk;
  private @Nullable TopicReader<Watch> reader;
  private @Nullable Thread thread;
  private volatile boolean closed;

  WatchFollower(RoleContext context, WatchDesk desk) {
    this.context = context;
    this.desk = desk;
  }

  /**
   * Reads the topic to its end, so that the first article is judged by the rules that stand there.
   *
   * @throws KafkaException if the cluster does not answer; it can be tried again
   */
  void catchUp() {
    var opened = new TopicReader<>(context.kafka(), "processor-watches", context.topics().watches(), TIMEOUT);
    try {
      List<ConsumerRecord<String, byte[]>> standing = new ArrayList<>();
      opened.readToEnd(standing::add);
      desk.standing(standing);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    synchronized (this) {
      reader = opened;
    }
  }

  /** Goes on from there until it is closed. */
  synchronized void start() {
    thread = Thread.ofPlatform().name("processor-watches").start(this::run);
  }

  private void run() {
    try {
      int failures = 0;
      while (!closed) {
        try {
          follow();
        } catch (WakeupException | InterruptException e) {
          return; // closed
        } catch (KafkaException e) {
          failures++;
          Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
          log.atWarn()
              .addKeyValue("problem", e.getMessage())
              .addKeyValue("retryInMs", pause.toMillis())
              .log("watches cannot be followed for now");
          closeReader();
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } catch (RuntimeException | Error e) {
      context.onBug().accept(e);
    } finally {
      closeReader();
    }
  }

  private void follow() {
    TopicReader<Watch> open;
    synchronized (this) {
      open = reader;
    }
    if (open == null) {
      catchUp();
    } else {
      open.poll(POLL).forEach(desk::hear);
    }
  }

  private void closeReader() {
    TopicReader<Watch> open;
    synchronized (this) {
      open = reader;
      reader = null;
    }
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      running = thread;
      if (running != null && reader != null) {
        reader.wakeup();
      }
    }
    if (running == null) {
      closeReader();
      return;
    }
    try {
      if (!running.join(STOP)) {
        running.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
