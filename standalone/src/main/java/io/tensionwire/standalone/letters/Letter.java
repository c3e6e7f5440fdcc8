package io.tensionwire.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it stands on its topic.
 *
 * @param offset its own
 * @param topic that the record came from; empty where the letter does not say
 * @param partition of the record, -1 where the letter does not say
 * @param recordOffset of the record, -1 where the letter does not say
 * @param size of the record's value in bytes
 * @param replayedFrom the letter whose record failed once more, absent for a first failure
 */
record Letter(
    long offset,
    Instant time,
    String step,
    String reason,
    String topic,
    int partition,
    long recordOffset,
    int size,
    @Nullable String replayedFrom,
    ConsumerRecord<byte[], byte[]> record) {

  /** Marks a record that was sent again: {@code dead-letters/<offset of the letter>}. */
  static final String REPLAYED_FROM = "replayed-from";

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    int length = record.value() == null ? 0 : record.value().length;
    return new Letter(
        record.offset(), time(record), header(record, "step", "unknown"), header(record, "reason", ""),
        header(record, "topic", ""), (int) number(record, "partition", -1), number(record, "offset", -1),
        (int) number(record, "size", length), header(record, REPLAYED_FROM), record);
  }

  /** Whether the letter holds but the beginning of the record. */
  boolean isCut() {
    return record.value() != null && size > record.value().length;
  }

  String key() {
    return record.key() == null ? "" : new String(record.key(), UTF_8);
  }

  /** Where the record stood: {@code news.articles/2/17}. */
  String place() {
    return topic.isEmpty() ? "?" : topic + "/" + partition + "/" + recordOffset;
  }

  /** For a line of JSON. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("offset", offset);
    fields.put("time", time);
    fields.put("step", step);
    fields.put("reason", reason);
    fields.put("topic", topic);
    fields.put("partition", partition);
    fields.put("recordOffset", recordOffset);
    fields.put("key", key());
    fields.put("size", size);
    fields.put("cut", isCut());
    fields.put("replayedFrom", replayedFrom);
    return fields;
  }

  private static Instant time(ConsumerRecord<?, ?> record) {
    try {
      return Instant.parse(header(record, "time", ""));
    } catch (DateTimeParseException e) {
      return Instant.ofEpochMilli(record.timestamp()); // written by somebody else: when it was written is near enough
    }
  }

  private static long number(ConsumerRecord<?, ?> record, String name, long otherwise) {
    String text = header(record, name, "");
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : otherwise;
  }

  private static String header(ConsumerRecord<?, ?> record, String name, String otherwise) {
    String text = header(record, name);
    return text == null ? otherwise : text;
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
