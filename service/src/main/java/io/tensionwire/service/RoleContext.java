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
 * @param onBug what to do about an error that trying again cannot mend: a process ends with it
 */
public record RoleContext(
    KafkaSettings kafka, Clock clock, MeterRegistry meters, Health health, Consumer<Throwable> onBug) {

  public Topics topics() {
    return kafka.topics();
  }
}
