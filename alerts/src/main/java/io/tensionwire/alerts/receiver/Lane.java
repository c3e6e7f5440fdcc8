package io.tensionwire.alerts.receiver;

import org.jspecify.annotations.Nullable;

/**
 * One of the limits that a receiver has: what is posted to a channel counts against one, what is edited against
 * another, and what is both against both. A lane that is full holds up nothing on the others.
 *
 * @param name within the receiver
 * @param account receivers of one account share what is left; {@code null}: this one has it for itself. No secret
 */
public record Lane(String name, Rate rate, @Nullable String account) {

  public Lane(String name, Rate rate) {
    this(name, rate, null);
  }
}
