package io.tensionwire.standalone.feeds;

import io.tensionwire.ingest.partition.FeedTopic;
import io.tensionwire.model.Feed;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.topics.TopicsCommand;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** The feeds of a cluster, as the commands see them: whatever is in the way is one line for the user. */
final class FeedsOnTopic {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final KafkaSettings kafka;
  private final FeedTopic topic;

  private FeedsOnTopic(KafkaSettings kafka) {
    this.kafka = kafka;
    this.topic = new FeedTopic(kafka, TIMEOUT);
  }

  /** The topics may not be there yet: an editor may be earlier than the first ingest. */
  static FeedsOnTopic open(ClusterOption cluster) {
    KafkaSettings kafka = cluster.kafka();
    for (TopicProvisioner.State state : TopicsCommand.found(
        kafka, TopicProvisioner::ensure, List.of(kafka.topics().feeds(), kafka.topics().feedStates()))) {
      if (!state.problems().isEmpty()) {
        throw new RunFailure("topic " + state.topic().name() + " " + String.join(" and ", state.problems()));
      }
    }
    return new FeedsOnTopic(kafka);
  }

  TopicTable<Feed> feeds() {
    return asked(topic::read);
  }

  TopicTable<FeedState> states() {
    return asked(topic::states);
  }

  void put(Collection<Feed> feeds) throws InterruptedException {
    try {
      topic.put(feeds);
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  void remove(Collection<String> ids) throws InterruptedException {
    try {
      topic.remove(ids);
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  /** What to say of an id that is no feed's. */
  static String unknown(String id, Collection<String> known) {
    String nearest = Nearest.to(id, known);
    return "there is no feed " + id
        + (nearest == null ? " (see: tensionwire feeds list)" : "; did you mean " + nearest + "?");
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  private RunFailure noAnswer(KafkaException e) {
    return new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
  }
}
