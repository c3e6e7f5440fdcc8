package io.tensionwire.service.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Topic;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that is not what its topic holds.
 *
 * @param reason in a line
 */
public record Unreadable(ConsumerRecord<String, byte[]> record, String reason) {

  private static final Logger log = LoggerFactory.getLogger(Unreadable.class);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_REASON = 200;

  static Unreadable because(ConsumerRecord<String, byte[]> record, RuntimeException problem) {
    String reason = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    return new Unreadable(record, reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON) + "…");
  }

  /**
   * The record for the topic of dead letters: the bytes as they came, and in headers what is known of them.
   *
   * @param step that could not read it
   */
  public ProducerRecord<byte[], byte[]> letter(Topic<byte[]> deadLetters, String step, Instant now) {
    byte[] value = record.value();
    var headers = new RecordHeaders();
    headers.add("step", step.getBytes(UTF_8));
    headers.add("reason", reason.getBytes(UTF_8));
    headers.add("topic", record.topic().getBytes(UTF_8));
    headers.add("partition", Integer.toString(record.partition()).getBytes(UTF_8));
    headers.add("offset", Long.toString(record.offset()).getBytes(UTF_8));
    headers.add("time", now.toString().getBytes(UTF_8));
    if (value.length > MOST_BYTES) {
      headers.add("size", Integer.toString(value.length).getBytes(UTF_8));
      value = Arrays.copyOf(value, MOST_BYTES);
    }
    byte[] key = record.key() == null ? null : record.key().getBytes(UTF_8);
    return new ProducerRecord<>(deadLetters.name(), null, now.toEpochMilli(), key, value, headers);
  }

  /** Says so; call it where the letter is written. */
  public void say() {
    log.atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("key", record.key())
        .addKeyValue("reason", reason)
        .log("record put with the dead letters");
  }
}
