package io.tensionwire.alerts;

import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import io.tensionwire.model.Topic;
import io.tensionwire.service.RoleContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what readers say to {@code news.feedback} and {@code news.silences}: the same twice has the same key, so saying
 * it again does no harm. Opens its producer when the first of them speaks.
 */
final class ReadersOnTopics implements Readers, AutoCloseable {

  /** A reader waits for the answer. */
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final RoleContext context;
  private final String clientId;
  private @Nullable KafkaProducer<String, byte[]> producer;
  private boolean closed;

  ReadersOnTopics(RoleContext context, String clientId) {
    this.context = context;
    this.clientId = clientId + "-readers";
  }

  @Override
  public void feedback(Feedback feedback) {
    write(context.topics().feedback(), feedback);
  }

  @Override
  public void silence(Silence silence) {
    write(context.topics().silences(), silence);
  }

  private <V> void write(Topic<V> topic, V value) {
    ProducerRecord<String, V> typed = topic.record(value);
    byte[] bytes = topic.values().serializer().serialize(typed.topic(), typed.headers(), typed.value());
    try {
      producer()
          .send(new ProducerRecord<>(typed.topic(), null, typed.timestamp(), typed.key(), bytes, typed.headers()))
          .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException("not written to " + topic.name(), e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("not written to " + topic.name() + " within " + WITHIN.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    if (closed) {
      throw new KafkaException("this instance is not the active one any more");
    }
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      Map<String, Object> settings = context.kafka().producerSettings(clientId);
      settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN.toMillis());
      settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis() / 2);
      settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    closed = true;
    KafkaProducer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(CLOSE_TIMEOUT);
    }
  }
}
