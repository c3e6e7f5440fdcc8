package io.tensionwire.standalone.feedback;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicReader;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.topics.TopicsCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** Feedback, and what it speaks of. */
class FeedbackOnTopics {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final KafkaSettings kafka;

  FeedbackOnTopics(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  static FeedbackOnTopics open(KafkaSettings kafka) {
    TopicsCommand.found(
        kafka, TopicProvisioner::ensure,
        List.of(kafka.topics().feedback(), kafka.topics().alerts(), kafka.topics().articles()));
    return new FeedbackOnTopics(kafka);
  }

  /** The last word of each reader on each alert, not older than this. */
  List<Feedback> feedback(Instant since) {
    return asked(() -> TopicTable.read(kafka, "tensionwire-feedback", kafka.topics().feedback(), TIMEOUT).values().values()
        .stream().filter(feedback -> !feedback.at().isBefore(since)).toList());
  }

  /** Those of these alerts that are still kept, by id. */
  Map<String, Alert> alerts(Set<String> ids) {
    return found(kafka.topics().alerts(), Alert::id, ids, (known, other) -> other);
  }

  /** The latest revision that has a text of each of these articles that are still kept, by id. */
  Map<String, Article> articles(Set<String> ids) {
    return found(kafka.topics().articles(), Article::id, ids,
        (known, other) -> other.revision() >= known.revision() ? other : known);
  }

  private interface Later<V> {
    V of(V known, V other);
  }

  private <V> Map<String, V> found(Topic<V> topic, Function<V, String> id, Set<String> ids, Later<V> later) {
    Map<String, V> found = new TreeMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    return asked(() -> {
      try (var reader = new TopicReader<>(kafka, "tensionwire-feedback", topic, TIMEOUT)) {
        reader.readValuesToEnd(value -> {
          if (ids.contains(id.apply(value))) {
            found.merge(id.apply(value), value, later::of);
          }
        });
      }
      return found;
    });
  }

  private interface Question<T> {
    T ask();
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (KafkaException e) {
      throw new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
    }
  }
}
