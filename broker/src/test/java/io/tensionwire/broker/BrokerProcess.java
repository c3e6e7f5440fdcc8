package io.tensionwire.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A process of its own that writes one record, says so, and waits to be killed. */
final class BrokerProcess {

  static final String TOPIC = "written";
  static final String VALUE = "before the kill";
  static final String DONE = "written; kill me";

  private BrokerProcess() {}

  public static void main(String[] arguments) throws Exception {
    var broker = EmbeddedBroker.start(Path.of(arguments[0]));
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all");
    try (var admin = Admin.create(settings);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(TOPIC, VALUE)).get();
    }
    System.out.println(DONE);
    Thread.currentThread().join();
  }
}
