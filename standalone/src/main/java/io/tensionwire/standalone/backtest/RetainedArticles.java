package io.tensionwire.standalone.backtest;

import io.tensionwire.model.Article;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What {@code news.articles} still holds of a time, all partitions in the order of their timestamps. Read without a
 * group: it leaves no trace on the cluster.
 */
final class RetainedArticles implements ArticleSource {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private record Next(ConsumerRecord<String, byte[]> record, Iterator<ConsumerRecord<String, byte[]>> rest) {
    long time() {
      return record.timestamp();
    }
  }

  private final Topic<Article> topic;
  private final Instant from;
  private final Instant to;
  private final List<TopicReader<Article>> readers = new ArrayList<>();
  private final PriorityQueue<Next> heads = new PriorityQueue<>(
      Comparator.comparingLong(Next::time).thenComparingInt(next -> next.record().partition()));
  private final TopicReader<Article> values;
  private Instant last;

  /**
   * Articles that were fetched from one moment on and before another.
   *
   * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
   */
  RetainedArticles(KafkaSettings kafka, Instant from, Instant to) {
    this.topic = kafka.topics().articles();
    this.from = from;
    this.to = to;
    this.last = from;
    for (int partition = 0; partition < topic.partitions(); partition++) {
      var reader = new TopicReader<>(kafka, "tensionwire-backtest-" + partition, topic, TIMEOUT, partition);
      readers.add(reader);
      reader.seekTo(from);
      advance(reader.toEnd());
    }
    this.values = readers.getFirst();
  }

  private void advance(Iterator<ConsumerRecord<String, byte[]>> partition) {
    if (partition.hasNext()) {
      ConsumerRecord<String, byte[]> record = partition.next();
      if (record.timestamp() < to.toEpochMilli()) {
        heads.add(new Next(record, partition));
      }
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public Item next() {
    Next next = heads.poll();
    if (next == null) {
      throw new NoSuchElementException();
    }
    advance(next.rest());
    last = Instant.ofEpochMilli(next.time());
    @Nullable Article article = values.value(next.record());
    return article == null
        ? Item.unreadable(
            next.record().key(), "no article at " + topic.name() + "-" + next.record().partition() + " offset "
                + next.record().offset())
        : Item.of(article.id() + "/" + article.revision(), article);
  }

  @Override
  public double progress() {
    double whole = Duration.between(from, to).toMillis();
    return whole <= 0 ? 1 : Math.clamp(Duration.between(from, last).toMillis() / whole, 0, 1);
  }

  @Override
  public void close() {
    readers.forEach(TopicReader::close);
  }
}
