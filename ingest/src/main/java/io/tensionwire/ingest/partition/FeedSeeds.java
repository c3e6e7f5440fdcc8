package io.tensionwire.ingest.partition;

import io.tensionwire.model.Feed;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds from the file: those whose ids the topic lacks are put there; for the rest the topic rules. */
public final class FeedSeeds {

  private static final Logger log = LoggerFactory.getLogger(FeedSeeds.class);

  private FeedSeeds() {}

  /** @throws KafkaException if the cluster does not answer */
  public static void seed(KafkaSettings kafka, List<Feed> feeds) throws InterruptedException {
    if (feeds.isEmpty()) {
      return;
    }
    Topics topics = kafka.topics();
    TopicTable<Feed> known = TopicTable.read(kafka, "ingest-seeds", topics.feeds());
    List<Feed> missing = feeds.stream()
        .filter(feed -> !known.values().containsKey(feed.id()) && !known.removed().contains(feed.id()))
        .toList();
    try (var producer = kafka.producer("ingest-seeds", topics.feeds())) {
      List<Future<?>> sent = new ArrayList<>();
      for (Feed feed : missing) {
        ProducerRecord<String, Feed> record = topics.feeds().record(feed);
        sent.add(producer.send(new ProducerRecord<>(
            record.topic(), topics.feedPartition(feed.id()), record.timestamp(), record.key(), record.value())));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafkaProblem ? kafkaProblem : new KafkaException(e.getCause());
    }
    log.atInfo().addKeyValue("feeds", feeds.size()).addKeyValue("new", missing.size()).log("feeds from the file");
  }
}
