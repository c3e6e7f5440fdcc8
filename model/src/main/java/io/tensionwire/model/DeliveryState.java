package io.tensionwire.model;

/** The fate of one alert at one receiver. All but {@link #PENDING} are final. */
public enum DeliveryState {
  PENDING,
  DELIVERED,
  SUPPRESSED,
  FAILED
}
