package io.tensionwire.ingest.partition;

import io.tensionwire.model.Feed;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds from the file: those whose ids the topic lacks are put there; for the rest the topic rules. */
public final class FeedSeeds {

  private static final Logger log = LoggerFactory.getLogger(FeedSeeds.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private FeedSeeds() {}

  /** @throws KafkaException if the cluster does not answer */
  public static void seed(KafkaSettings kafka, List<Feed> feeds) throws InterruptedException {
    if (feeds.isEmpty()) {
      return;
    }
    var topic = new FeedTopic(kafka, TIMEOUT);
    TopicTable<Feed> known = topic.read();
    List<Feed> missing = feeds.stream()
        .filter(feed -> !known.values().containsKey(feed.id()) && !known.removed().contains(feed.id()))
        .toList();
    topic.put(missing);
    log.atInfo().addKeyValue("feeds", feeds.size()).addKeyValue("new", missing.size()).log("feeds from the file");
  }
}
