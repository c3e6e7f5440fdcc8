package io.tensionwire.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tensionwire.model.Article;
import io.tensionwire.model.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the last release left on its topics; see the README in its folder. */
final class ReleasedState {

  static final Path FOLDER = Path.of("src/test/resources/io/tensionwire/processor/released");
  static final Path WATCHES = FOLDER.resolve("watches");

  /** A record as it stood on a topic. */
  record Left(String topic, int partition, long time, String key, byte @Nullable [] value) {
    String text() {
      return value == null ? "" : new String(value, UTF_8);
    }
  }

  private ReleasedState() {}

  static List<Left> records() {
    try {
      var json = new ObjectMapper();
      List<Left> records = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve("records.jsonl"))) {
        JsonNode record = json.readTree(line);
        records.add(new Left(
            record.get("topic").asText(), record.get("partition").asInt(), record.get("time").asLong(),
            record.get("key").asText(),
            record.has("base64") ? record.get("base64").binaryValue()
                : record.get("value").isNull() ? null : record.get("value").asText().getBytes(UTF_8)));
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Left> of(String topic) {
    return records().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  static <V> List<V> values(Topic<V> topic) {
    return of(topic.name()).stream()
        .map(left -> topic.values().deserializer().deserialize(left.topic(), left.value()))
        .toList();
  }

  /** What a store held when the release stopped: the last record of each key. */
  static Map<String, byte[]> store(String name) {
    Map<String, byte[]> store = new LinkedHashMap<>();
    for (Left left : of("news.processor-" + name + "-changelog")) {
      store.remove(left.key());
      if (left.value() != null) {
        store.put(left.key(), left.value());
      }
    }
    return store;
  }

  /** The newest revision of an article. */
  static Article article(Topic<Article> topic, String id) {
    return values(topic).stream().filter(article -> article.id().equals(id)).reduce((a, b) -> b).orElseThrow();
  }
}
