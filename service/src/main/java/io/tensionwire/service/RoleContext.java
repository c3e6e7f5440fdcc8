package io.tensionwire.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.model.Topics;
import io.tensionwire.service.kafka.KafkaSettings;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What surrounds a role: the same in a container, in one process with the others, and in a test.
 *
 * @param health where the role says whether its work can be done
 * @param pages what the process shows on its HTTP port: a role may add its own
 * @param onBug what to do about an error that trying again cannot mend: a process ends with it
 */
public record RoleContext(
    KafkaSettings kafka, Clock clock, MeterRegistry meters, Health health, Pages pages, Consumer<Throwable> onBug) {

  /** One whose pages nobody sees. */
  public RoleContext(
      KafkaSettings kafka, Clock clock, MeterRegistry meters, Health health, Consumer<Throwable> onBug) {
    this(kafka, clock, meters, health, new Pages(), onBug);
  }

  public Topics topics() {
    return kafka.topics();
  }
}
