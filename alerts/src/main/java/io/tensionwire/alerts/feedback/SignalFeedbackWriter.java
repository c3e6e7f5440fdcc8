package io.tensionwire.alerts.feedback;

import io.tensionwire.model.SignalFeedback;
import io.tensionwire.model.Topic;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.follow.TopicFollower;
import io.tensionwire.service.kafka.Word;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@code news.signal-feedback} true, beside the telling and never in its way: it reads alerts, deliveries and
 * feedback on threads of its own, and writes the rows that changed.
 */
public final class SignalFeedbackWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SignalFeedbackWriter.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofSeconds(1);

  private final RoleContext context;
  private final String clientId;
  private final Topic<SignalFeedback> topic;
  private final SignalTally tally = new SignalTally();
  private final List<TopicFollower<?>> followers;
  /** Before all of them have been read to the end, the counts would be of a part. */
  private final CountDownLatch unread = new CountDownLatch(3);
  private final Map<String, SignalFeedback> written = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private SignalFeedbackWriter(RoleContext context, String clientId, Duration timeout) {
    this.context = context;
    this.clientId = clientId;
    this.topic = context.topics().signalFeedback();
    this.followers = List.of(
        new TopicFollower<>(
            context, clientId + "-tally-alerts", context.topics().alerts(), timeout, new Heard<>(tally::raised)),
        new TopicFollower<>(
            context, clientId + "-tally-deliveries", context.topics().deliveries(), timeout, new Heard<>(tally::settled)),
        new TopicFollower<>(
            context, clientId + "-tally-feedback", context.topics().feedback(), timeout, new Heard<>(tally::answered)));
    this.thread = Thread.ofVirtual().name("signal-feedback").unstarted(this::run);
  }

  /** Begins at once and returns. */
  public static SignalFeedbackWriter start(RoleContext context, String clientId, Duration timeout) {
    var writer = new SignalFeedbackWriter(context, clientId, timeout);
    writer.followers.forEach(TopicFollower::start);
    writer.thread.start();
    return writer;
  }

  private void run() {
    try {
      while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (unread.getCount() == 0 && tally.takeChanged()) {
          write();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } catch (RuntimeException | Error e) {
      context.onBug().accept(e);
    }
  }

  private void write() {
    List<SignalFeedback> changed =
        tally.rows().stream().filter(row -> !row.equals(written.get(topic.key().apply(row)))).toList();
    if (changed.isEmpty()) {
      return;
    }
    try (KafkaProducer<String, SignalFeedback> producer = context.kafka().producer(clientId + "-tally", topic)) {
      changed.forEach(row -> producer.send(topic.record(row)));
      producer.flush();
      changed.forEach(row -> written.put(topic.key().apply(row), row));
    } catch (KafkaException e) {
      // They are written with the next change; the topic is for reading, and nothing depends on it.
      log.atDebug().addKeyValue("problem", e.getMessage()).log("feedback by signal cannot be written for now");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    followers.forEach(TopicFollower::close);
    try {
      if (!thread.join(STOP)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the values alone; what cannot be read is said where it matters. */
  private final class Heard<V> implements TopicFollower.Listener<V> {
    private final Consumer<V> each;
    private boolean caughtUp;

    Heard(Consumer<V> each) {
      this.each = each;
    }

    @Override
    public void begin() {}

    @Override
    public void hear(ConsumerRecord<String, byte[]> record, Word<V> word) {
      @Nullable V value = word instanceof Word.Value<V>(V read) ? read : null;
      if (value != null) {
        each.accept(value);
      }
    }

    @Override
    public void caughtUp() {
      if (!caughtUp) {
        caughtUp = true;
        unread.countDown();
      }
    }
  }
}
