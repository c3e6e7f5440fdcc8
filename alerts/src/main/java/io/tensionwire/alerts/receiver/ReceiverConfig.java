package io.tensionwire.alerts.receiver;

import io.tensionwire.model.yaml.Section;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One receiver as configured; each kind has its own, in the receiver's package. */
public interface ReceiverConfig {

  String name();

  /** The receiver, empty where it is {@link Off}. What cannot be reached says so when it is called, not here. */
  Optional<Receiver> open();

  /** Whether it can be told what is no alert: a digest, a hand-over. */
  default boolean tellsNotices() {
    return true;
  }

  /** Whether those who read it can answer, to acknowledge an alert, say. */
  default boolean takesAnswers() {
    return false;
  }

  /** Reads what stands below a kind's key. */
  @FunctionalInterface
  interface Reader {
    ReceiverConfig read(String name, Section section);
  }

  /**
   * Configured, but a variable it needs is not set: nothing is told, and that is on record.
   *
   * @param variable the variable
   */
  record Off(String name, String variable) implements ReceiverConfig {

    /**
     * Whether a secret is left to a variable that is not set.
     *
     * @param keys of the kind, which count as known: a receiver that is off is not looked at any further
     */
    public static @Nullable Off unlessSet(String name, Section section, String secret, String... keys) {
      String missing = section.missingVariable(secret);
      if (missing == null) {
        missing = section.missingVariable(secret + "_file");
      }
      if (missing == null) {
        return null;
      }
      section.know(List.of(secret, secret + "_file"));
      section.know(List.of(keys));
      return new Off(name, missing);
    }

    @Override
    public Optional<Receiver> open() {
      return Optional.empty();
    }
  }
}
