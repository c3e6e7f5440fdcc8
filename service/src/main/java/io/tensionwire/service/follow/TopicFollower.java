package io.tensionwire.service.follow;

import io.tensionwire.model.Topic;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import io.tensionwire.service.kafka.Word;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic on a thread of its own, all of it and without a group. A broker that is away changes nothing; the topic
 * is read anew when it is back.
 */
public final class TopicFollower<V> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));
  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(1);

  /** Who hears what stands on a topic. Called by one thread at a time. */
  public interface Listener<V> {

    /** From the beginning: what was heard so far is heard again, as far as it still stands. */
    void begin();

    /** The next record, in the order of its partition. */
    void hear(ConsumerRecord<String, byte[]> record, Word<V> word);

    /** All that stood there has been heard; the rest comes as it is written. */
    void caughtUp();
  }

  private final RoleContext context;
  private final String name;
  private final Topic<V> topic;
  private final Duration timeout;
  private final Listener<V> listener;
  private @Nullable TopicReader<V> reader;
  private @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * One that has read nothing yet.
   *
   * @param name of its thread and its client
   * @param timeout without progress, after which the cluster counts as lost
   */
  public TopicFollower(RoleContext context, String name, Topic<V> topic, Duration timeout, Listener<V> listener) {
    this.context = context;
    this.name = name;
    this.topic = topic;
    this.timeout = timeout;
    this.listener = listener;
  }

  /**
   * Reads the topic to its end.
   *
   * @throws KafkaException if the cluster does not answer; it can be tried again
   */
  public void catchUp() {
    var opened = new TopicReader<>(context.kafka(), name, topic, timeout);
    try {
      listener.begin();
      opened.readToEnd(record -> listener.hear(record, Word.of(topic, record)));
      listener.caughtUp();
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    synchronized (this) {
      reader = opened;
    }
  }

  /** Goes on from there, or begins, until it is closed. */
  public synchronized void start() {
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  private void run() {
    try {
      for (int failures = 0; !closed; ) {
        try {
          follow();
          failures = 0;
        } catch (WakeupException | InterruptException e) {
          return; // closed
        } catch (KafkaException e) {
          failures++;
          Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
          (failures == 1 ? log.atWarn() : log.atDebug())
              .addKeyValue("topic", topic.name())
              .addKeyValue("problem", e.getMessage())
              .addKeyValue("retryInMs", pause.toMillis())
              .log("topic cannot be followed for now");
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
    TopicReader<V> open;
    synchronized (this) {
      open = reader;
    }
    if (open == null) {
      catchUp();
    } else {
      open.poll(POLL).forEach(record -> listener.hear(record, Word.of(topic, record)));
    }
  }

  private void closeReader() {
    TopicReader<V> open;
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
