package io.tensionwire.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record: <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 * 1.0 in Kafka's binary mode</a> and a <a href="https://www.w3.org/TR/trace-context/">W3C {@code traceparent}</a>.
 *
 * <p>All of them follow from the value and from the trace of the record that caused it, so that a replay writes the
 * same bytes.
 */
final class CloudEvents<V> {

  /** Raised when a reader of the former version could misread a record of this one. */
  private static final int SCHEMA_VERSION = 1;

  private static final String TRACEPARENT = "traceparent";
  private static final Pattern VALID_TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private final String type;
  private final String schema;
  private final Function<V, String> id;
  private final Function<V, @Nullable Instant> time;

  CloudEvents(Class<V> type, Function<V, String> id, Function<V, @Nullable Instant> time) {
    String name = name(type);
    this.type = "io.tensionwire." + name;
    this.schema = "urn:tensionwire:schema:" + name + ":" + SCHEMA_VERSION;
    this.id = id;
    this.time = time;
  }

  /** {@code tension-point} for {@link TensionPoint}, whose schema is {@code schemas/tension-point-1.json}. */
  static String name(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Puts this value's headers in the place of those of the record that caused it. */
  void stamp(Headers headers, V value) {
    String eventId = id.apply(value);
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", eventId);
    put(headers, "ce_source", "urn:tensionwire");
    put(headers, "ce_type", type);
    Instant at = time.apply(value);
    if (at == null) {
      headers.remove("ce_time");
    } else {
      put(headers, "ce_time", at.toString());
    }
    put(headers, "ce_dataschema", schema);
    put(headers, "content-type", "application/json");
    byte[] hash = Id.digest(type, eventId);
    String span = HexFormat.of().formatHex(hash, 0, 8);
    put(headers, TRACEPARENT, "00-" + trace(headers, hash) + "-" + span + "-01");
  }

  /** The trace that the causing record belongs to, or a new one. */
  private static String trace(Headers headers, byte[] hash) {
    Header cause = headers.lastHeader(TRACEPARENT);
    if (cause != null && cause.value() != null) {
      Matcher traceparent = VALID_TRACEPARENT.matcher(new String(cause.value(), UTF_8));
      if (traceparent.matches()) {
        return traceparent.group(1);
      }
    }
    return HexFormat.of().formatHex(hash, 8, 24);
  }

  private static void put(Headers headers, String key, String value) {
    headers.remove(key);
    headers.add(key, value.getBytes(UTF_8));
  }
}
