package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Json;
import io.tensionwire.model.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where records go that cannot be processed for their content: with the bytes and the key they came with, and headers
 * that say which step failed and why ({@code step}, {@code reason}), where the record stands ({@code topic}, {@code
 * partition}, {@code offset}), when it failed ({@code time}), and how long it was where it had to be cut ({@code
 * size}). The trace goes on with it. {@code tensionwire dead-letters} lists them and sends them again.
 */
final class DeadLetters {

  static final int MOST_BYTES = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final int MOST_REASON = 200;
  /** The trace, and which letter the record was sent again for, so that a second failure shows. */
  private static final List<String> GOES_ON = List.of("traceparent", "replayed-from");

  /** The setting by which the handlers, which Streams makes, find the dead letters of their app. */
  static final String SETTING = "tensionwire.dead.letters";

  /** Where a record stands. */
  record Place(String topic, int partition, long offset) {}

  private final Topic<byte[]> topic;
  private final Clock clock;
  private final Counts counts;

  DeadLetters(Topic<byte[]> topic, Clock clock, Counts counts) {
    this.topic = topic;
    this.clock = clock;
    this.counts = counts;
  }

  static DeadLetters of(Map<String, ?> settings) {
    if (settings.get(SETTING) instanceof DeadLetters deadLetters) {
      return deadLetters;
    }
    throw new IllegalStateException(SETTING + " is not set");
  }

  /** The record to be written in the place of the one that failed; counted and logged here, once. */
  ProducerRecord<byte[], byte[]> letter(
      ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Throwable failure) {
    var place = new Place(String.valueOf(context.topic()), context.partition(), context.offset());
    return letter(context, place, context.headers(), key, value, failure);
  }

  /** The same for one that waited for its turn: Streams itself no longer knows where it stood. */
  ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, InOrderOfTime.HandedOn record, Throwable failure) {
    return letter(
        context, record.place(), record.headers(), record.key().getBytes(UTF_8),
        Json.write(record.value()).getBytes(UTF_8), failure);
  }

  private ProducerRecord<byte[], byte[]> letter(
      ErrorHandlerContext context, Place place, @Nullable Headers kept, byte @Nullable [] key, byte @Nullable [] value,
      Throwable failure) {
    Instant now = clock.instant();
    String step = context.processorNodeId() == null ? "unknown" : context.processorNodeId();
    String reason = reason(failure);
    counts.deadLetter(step);
    log.atWarn()
        .addKeyValue("step", step)
        .addKeyValue("reason", reason)
        .addKeyValue("topic", place.topic())
        .addKeyValue("partition", place.partition())
        .addKeyValue("offset", place.offset())
        .log("record put with the dead letters");
    var headers = new RecordHeaders();
    put(headers, "step", step);
    put(headers, "reason", reason);
    put(headers, "topic", place.topic());
    put(headers, "partition", Integer.toString(place.partition()));
    put(headers, "offset", Long.toString(place.offset()));
    put(headers, "time", now.toString());
    if (value != null && value.length > MOST_BYTES) {
      put(headers, "size", Integer.toString(value.length));
    }
    for (String name : GOES_ON) {
      Header header = kept == null ? null : kept.lastHeader(name);
      if (header != null) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(topic.name(), null, now.toEpochMilli(), key, cut(value), headers);
  }

  private static byte @Nullable [] cut(byte @Nullable [] value) {
    return value == null || value.length <= MOST_BYTES ? value : Arrays.copyOf(value, MOST_BYTES);
  }

  /** One line; no stack trace, which is for the log of a bug. */
  private static String reason(Throwable failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage().lines().findFirst().orElse("");
    String reason = message.isBlank() ? failure.getClass().getSimpleName() : message;
    return reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON) + "…";
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
