package io.tensionwire.processor;

import static java.util.Objects.requireNonNull;

import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Topic;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges each article by each watch in force, and re-keys what it finds by the watch.
 *
 * <p>Once an article has named the pair, every later revision must be heard of, also one that no longer names it: the
 * story has to learn that the wording is gone. Which articles those are cannot be told from the revision alone, so
 * their ids are remembered, in the task of their partition, for as long as a revision can come.
 */
final class DetectForEachWatch implements Processor<String, Article, String, Detection> {

  private static final Logger log = LoggerFactory.getLogger(DetectForEachWatch.class);

  static final String NAMED_ARTICLES = "named-articles";

  private static final Duration CLEANING = Duration.ofDays(1);

  private final Watches watches;
  private final Duration retention;
  private final Counts counts;
  private ProcessorContext<String, Detection> context;
  private KeyValueStore<String, Long> named;

  @SuppressWarnings("NullAway.Init") // context and store come with init
  private DetectForEachWatch(Watches watches, Duration retention, Counts counts) {
    this.watches = watches;
    this.retention = retention;
    this.counts = counts;
  }

  static ProcessorSupplier<String, Article, String, Detection> supplier(
      Watches watches, Topic<Article> articles, Counts counts) {
    Duration retention = requireNonNull(articles.retention());
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Article, String, Detection> get() {
        return new DetectForEachWatch(watches, retention, counts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(NAMED_ARTICLES), Serdes.String(), Serdes.Long()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Detection> context) {
    this.context = context;
    named = context.getStateStore(NAMED_ARTICLES);
    context.schedule(CLEANING, PunctuationType.STREAM_TIME, this::forgetBefore);
  }

  @Override
  public void process(Record<String, Article> record) {
    Article article = Objects.requireNonNull(record.value(), "an article without a value");
    RuntimeException broken = null;
    for (Watching watch : watches.inForce()) {
      String key = watch.id() + "/" + article.id();
      Judgement judgement;
      try {
        judgement = watch.judge().apply(article);
      } catch (RuntimeException e) {
        broken = e; // the article goes to the dead letters, but the other watches judge it all the same
        continue;
      }
      switch (judgement) {
        case Judgement.Named(Detection detection) -> {
          counts.named(detection);
          named.put(key, record.timestamp());
          context.forward(record.withKey(watch.id()).withValue(detection));
        }
        case Judgement.PassedOver passedOver -> {
          counts.passedOver(watch.id(), passedOver.reason());
          log.atDebug()
              .addKeyValue("watch", watch.id())
              .addKeyValue("article", article.id())
              .addKeyValue("title", article.title())
              .addKeyValue("reason", passedOver.reason())
              .log("passed over");
          if (article.revision() > 1 && named.get(key) != null) {
            named.put(key, record.timestamp());
            context.forward(record.withKey(watch.id()).withValue(passedOver.detection(article, watch.id(), watch.version())));
          }
        }
      }
    }
    if (broken != null) {
      throw broken;
    }
  }

  /** Streams' own time, so that a replay forgets where the first run did. */
  private void forgetBefore(long now) {
    long limit = now - retention.toMillis();
    try (KeyValueIterator<String, Long> all = named.all()) {
      while (all.hasNext()) {
        KeyValue<String, Long> entry = all.next();
        if (entry.value < limit) {
          named.delete(entry.key);
        }
      }
    }
  }
}
