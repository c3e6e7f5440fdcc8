package io.tensionwire.alerts.route;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A receiver that hears of an alert, and on which terms.
 *
 * @param mention whom it wakes, in the receiver's own words; {@code null}: nobody
 */
public record Destination(String receiver, @Nullable String mention) {

  public Destination {
    requireNonNull(receiver, "receiver of a destination is missing");
  }
}
