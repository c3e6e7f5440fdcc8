package io.tensionwire.alerts.receiver;

/**
 * So many messages a second, over time.
 *
 * @param perSecond 0: without limit
 */
public record Rate(int perSecond) {

  public static final Rate UNLIMITED = new Rate(0);

  public Rate {
    if (perSecond < 0) {
      throw new IllegalArgumentException("a rate of " + perSecond + " messages a second");
    }
  }
}
