package io.tensionwire.standalone.silences;

import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.model.Silence;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.service.kafka.TopicReader;
import io.tensionwire.service.kafka.TopicTable;
import io.tensionwire.service.kafka.Word;
import io.tensionwire.standalone.cli.ClusterOption;
import io.tensionwire.standalone.process.RunFailure;
import io.tensionwire.standalone.topics.TopicsCommand;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The silences of a cluster, as the commands see them: whatever is in the way is one line for the user. */
public final class SilencesOnTopic {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final KafkaSettings kafka;
  private final Topic<Silence> topic;

  private SilencesOnTopic(KafkaSettings kafka) {
    this.kafka = kafka;
    this.topic = kafka.topics().silences();
  }

  /** @throws io.tensionwire.service.config.ConfigurationException if no cluster is named and none of ours is running */
  public static SilencesOnTopic open(ClusterOption cluster) {
    KafkaSettings kafka = cluster.kafka();
    TopicsCommand.found(kafka, TopicProvisioner::ensure, List.of(kafka.topics().silences()));
    return new SilencesOnTopic(kafka);
  }

  public String name() {
    return topic.name();
  }

  TopicTable<Silence> all() {
    try {
      return TopicTable.read(kafka, "tensionwire-silences", topic, TIMEOUT);
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  /** Lets these hear what stands on the topic, as an instance that tells would; says how many there are. */
  public int read(Silences silences) {
    Set<String> standing = new HashSet<>();
    try (var reader = new TopicReader<>(kafka, "tensionwire-silences", topic, TIMEOUT)) {
      silences.begin();
      reader.readToEnd(record -> {
        Word<Silence> word = Word.of(topic, record);
        silences.hear(record, word);
        if (word instanceof Word.Removed<Silence>) {
          standing.remove(record.key());
        } else {
          standing.add(record.key());
        }
      });
      silences.caughtUp();
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
    return standing.size();
  }

  void put(Silence silence) throws InterruptedException {
    send(topic.record(silence));
  }

  /** Ends it at once, for all who follow the topic. */
  void remove(String id) throws InterruptedException {
    send(new ProducerRecord<>(topic.name(), id, null));
  }

  private void send(ProducerRecord<String, Silence> record) throws InterruptedException {
    try (KafkaProducer<String, Silence> producer = kafka.producer("tensionwire-silences", topic)) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new RunFailure("Kafka at " + kafka.bootstrapServers() + " refuses: " + e.getCause());
    } catch (KafkaException e) {
      throw noAnswer(e);
    }
  }

  private RunFailure noAnswer(KafkaException e) {
    return new RunFailure("Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage());
  }
}
