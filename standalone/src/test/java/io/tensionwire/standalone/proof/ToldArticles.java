package io.tensionwire.standalone.proof;

import io.tensionwire.fixtures.world.Ledger;
import io.tensionwire.fixtures.world.Told;
import io.tensionwire.model.Article;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Reads what is committed to the topics of articles and of feed states, as it comes. */
final class ToldArticles implements AutoCloseable {

  /** @param at when it could be read */
  record Heard(Instant at, Article article) {}

  private final List<Heard> heard = new ArrayList<>();
  private final KafkaConsumer<String, Article> articles;
  private final KafkaConsumer<String, FeedState> states;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /** @param ledger is told when feeds are to be asked next */
  ToldArticles(String servers, Ledger ledger) {
    var kafka = new KafkaSettings(Map.of("bootstrap.servers", servers), Topics.withPrefix("news."), (short) -1);
    articles = kafka.reader("proof-articles", kafka.topics().articles());
    states = kafka.reader("proof-states", kafka.topics().feedStates());
    threads.add(Thread.ofPlatform().daemon().start(
        () -> follow(articles, kafka.topics().articles().name(), this::hear)));
    threads.add(Thread.ofPlatform().daemon().start(() -> follow(
        states, kafka.topics().feedStates().name(), state -> ledger.plan(state.feedId(), state.nextPollAt()))));
  }

  private interface Taker<V> {
    void take(V value);
  }

  private <V> void follow(KafkaConsumer<String, V> consumer, String topic, Taker<V> taker) {
    try {
      while (!closed) {
        if (consumer.assignment().isEmpty()) {
          var partitions = consumer.listTopics(Duration.ofMinutes(2)).getOrDefault(topic, List.of());
          consumer.assign(partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList());
          consumer.seekToBeginning(consumer.assignment());
        } else {
          consumer.poll(Duration.ofMillis(200)).forEach(record -> take(record.value(), taker));
        }
      }
    } catch (WakeupException e) {
      // Closed.
    } finally {
      consumer.close();
    }
  }

  private static <V> void take(@Nullable V value, Taker<V> taker) {
    if (value != null) {
      taker.take(value);
    }
  }

  private void hear(Article article) {
    synchronized (heard) {
      heard.add(new Heard(Instant.now(), article));
    }
  }

  List<Heard> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  List<Told> told() {
    return heard().stream().map(each -> new Told(each.article(), null)).toList();
  }

  @Override
  public void close() {
    closed = true;
    articles.wakeup();
    states.wakeup();
    threads.forEach(thread -> {
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
