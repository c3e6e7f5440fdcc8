package io.tensionwire.alerts.receiver;

/**
 * One of the limits that a receiver has: what is posted to a channel counts against one, what is edited against
 * another, and what is both against both. A lane that is full holds up nothing on the others.
 *
 * @param name within the receiver
 */
public record Lane(String name, Rate rate) {}
