package io.tensionwire.service.kafka;

import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the cluster: raw client settings (TLS, SASL and so on pass through) under what the roles themselves
 * need.
 *
 * @param raw as configured under {@code kafka}; without {@code bootstrap.servers} where the broker is embedded
 * @param replicationFactor of topics to be created; -1: the broker's default
 */
public record KafkaSettings(Map<String, String> raw, Topics topics, short replicationFactor) {

  /** A dead owner's transactions end after this time, and its partitions go to another. */
  public static final Duration FAILOVER = Duration.ofSeconds(10);

  /** Room for the largest record and its batch. */
  public static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

  /** The settings whose values may also come from a file. */
  private static final List<String> SECRETS =
      List.of(
          SaslConfigs.SASL_JAAS_CONFIG,
          SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
          SslConfigs.SSL_KEY_PASSWORD_CONFIG,
          SslConfigs.SSL_KEYSTORE_KEY_CONFIG,
          SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG);

  public KafkaSettings {
    raw = Map.copyOf(raw);
    if (replicationFactor != -1 && replicationFactor < 1) {
      throw new IllegalArgumentException("a replication factor of " + replicationFactor);
    }
  }

  public static KafkaSettings from(Section kafka, Section topics) {
    Map<String, String> raw = new HashMap<>(kafka.settings());
    for (String name : SECRETS) {
      Secret secret = kafka.secret(name);
      if (secret != null) {
        raw.put(name, secret.reveal());
      }
      if (raw.remove(name + "_file") != null && secret == null) {
        throw kafka.error("write " + name + "_file as one key");
      }
      raw.remove(name + ".file"); // what the environment's twin looks like as a setting
    }
    return new KafkaSettings(
        raw,
        Topics.withPrefix(topics.text("prefix", Topics.DEFAULT_PREFIX)),
        replicationFactor(topics));
  }

  private static short replicationFactor(Section topics) {
    short factor = (short) topics.integer("replication-factor", -1, -1, 9);
    if (factor == 0) {
      throw topics.error("replication-factor", "must be from 1 to 9, or -1 for the broker's default");
    }
    return factor;
  }

  /** Settings for a cluster at these addresses, all else as it comes. */
  public static KafkaSettings at(String bootstrapServers) {
    return new KafkaSettings(
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        Topics.withPrefix(Topics.DEFAULT_PREFIX),
        (short) -1);
  }

  /** {@code host:port,…}; absent where the broker is embedded. */
  public @Nullable String bootstrapServers() {
    return raw.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
  }

  /** What to say where the cluster does not answer. */
  public String noAnswer() {
    return "no answer from Kafka at " + bootstrapServers();
  }

  public KafkaSettings withBootstrapServers(String bootstrapServers) {
    Map<String, String> changed = new HashMap<>(raw);
    changed.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return new KafkaSettings(changed, topics, replicationFactor);
  }

  /** The settings of a client, for what makes its clients itself, such as Kafka Streams. */
  public Map<String, Object> client(String clientId) {
    Map<String, Object> settings = new HashMap<>(raw);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return settings;
  }

  public Admin admin() {
    return Admin.create(client("tensionwire-admin-" + UUID.randomUUID()));
  }

  /** A producer of one topic's records that needs no transaction. */
  public <V> KafkaProducer<String, V> producer(String clientId, Topic<V> topic) {
    return new KafkaProducer<>(producerSettings(clientId), new StringSerializer(), topic.values().serializer());
  }

  /** The settings of a producer: idempotent, acknowledged by all in-sync replicas. */
  public Map<String, Object> producerSettings(String clientId) {
    Map<String, Object> settings = client(clientId);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    return settings;
  }

  /**
   * The settings of a producer that fences whoever used this id before.
   *
   * @param transactionalId names what is owned, not who owns it
   */
  public Map<String, Object> transactionalProducerSettings(String clientId, String transactionalId) {
    Map<String, Object> settings = producerSettings(clientId);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) FAILOVER.toMillis());
    return settings;
  }

  /** A consumer that reads what is committed, with no group. */
  public <V> KafkaConsumer<String, V> reader(String clientId, Topic<V> topic) {
    return new KafkaConsumer<>(consumerSettings(clientId), new StringDeserializer(), topic.values().deserializer());
  }

  /** The settings of a consumer: committed records only, from the beginning where nothing is committed. */
  public Map<String, Object> consumerSettings(String clientId) {
    Map<String, Object> settings = client(clientId);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  /** The same as a member of a group; members that are lost are noticed within {@link #FAILOVER}. */
  public Map<String, Object> groupConsumerSettings(String clientId, String groupId) {
    Map<String, Object> settings = consumerSettings(clientId);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) FAILOVER.toMillis());
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) FAILOVER.toMillis() / 4);
    return settings;
  }

  /** Names alone: values may be secrets. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=" + bootstrapServers() + ", settings=" + new TreeSet<>(raw.keySet()) + "]";
  }
}
