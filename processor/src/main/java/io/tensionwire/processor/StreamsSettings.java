package io.tensionwire.processor;

import io.tensionwire.service.kafka.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Streams runs here, and why where it is not its default. */
final class StreamsSettings {

  /** An article is a few KB of JSON: the default of 16 KB holds four of them. */
  private static final int BATCH_BYTES = 256 * 1024;

  private StreamsSettings() {}

  /** The id of the application: with the prefix, so that two installations may share a cluster, and their ACLs hold. */
  static String applicationId(KafkaSettings kafka) {
    String articles = kafka.topics().articles().name();
    return articles.substring(0, articles.length() - "articles".length()) + "processor";
  }

  static Properties of(ProcessorConfig config, KafkaSettings kafka, DeadLetters deadLetters) {
    String application = applicationId(kafka);
    Properties settings = new Properties();
    settings.putAll(kafka.producerSettings(application));
    settings.putAll(kafka.groupConsumerSettings(application, application));
    // Streams sets these itself and warns about anybody else who does.
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.ISOLATION_LEVEL_CONFIG);
    settings.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
    settings.remove(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, application);
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
    // A cache would hold back what the next step waits for.
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) KafkaSettings.FAILOVER.toMillis());
    settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, GoOn.AfterReading.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, GoOn.AfterProcessing.class);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, GoOn.AfterWriting.class);
    // There is no global table; unset, Streams warns at every start.
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    settings.put(DeadLetters.SETTING, deadLetters);
    return settings;
  }
}
