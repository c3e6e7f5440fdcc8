package io.tensionwire.alerts.console;

import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Section;
import java.util.Optional;

/** Standard output. */
public record ConsoleConfig(String name) implements ReceiverConfig {

  /** There is nothing to set. */
  public static ReceiverConfig from(String name, Section section) {
    return new ConsoleConfig(name);
  }

  @Override
  public Optional<Receiver> open() {
    return Optional.of(ConsoleReceiver.onStandardOutput(name));
  }
}
