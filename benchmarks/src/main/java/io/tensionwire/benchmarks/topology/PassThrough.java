package io.tensionwire.benchmarks.topology;

import io.tensionwire.model.Article;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Articles from JSON and to JSON again, exactly once, with the processor's own serdes and settings: what Streams and the
 * broker cost. It writes to the topic of the stories, which nobody else uses here.
 */
final class PassThrough {

  private PassThrough() {}

  static AutoCloseable start(KafkaSettings kafka, Path stateDir) {
    Topic<Article> articles = kafka.topics().articles();
    var builder = new StreamsBuilder();
    builder.stream(articles.name(), Consumed.with(articles.keys(), articles.values()).withName("read"))
        .to(kafka.topics().stories().name(), Produced.with(articles.keys(), articles.values()).withName("write"));
    var streams = new KafkaStreams(builder.build(), settings(kafka, stateDir));
    streams.start();
    return () -> streams.close(Duration.ofSeconds(10));
  }

  private static Properties settings(KafkaSettings kafka, Path stateDir) {
    String application = kafka.topics().articles().name().replace("articles", "processor");
    var settings = new Properties();
    settings.putAll(kafka.producerSettings(application));
    settings.putAll(kafka.groupConsumerSettings(application, application));
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.ISOLATION_LEVEL_CONFIG);
    settings.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
    settings.remove(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    return settings;
  }
}
