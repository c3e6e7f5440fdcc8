package io.tensionwire.model.yaml;

import static java.util.Objects.requireNonNull;

/** A value that is never shown: not in a log, a message, a topic or an exception. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = requireNonNull(value);
  }

  /** The value itself; for the call that needs it, and nothing else. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
