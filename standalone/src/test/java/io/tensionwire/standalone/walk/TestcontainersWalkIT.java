package io.tensionwire.standalone.walk;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The walk through the Kafka that operators run. Skipped, and said so, where no Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
class TestcontainersWalkIT extends WalkContract {

  @Container private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");

  @Override
  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }
}
