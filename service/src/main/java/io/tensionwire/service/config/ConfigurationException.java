package io.tensionwire.service.config;

/** The configuration is not usable. The message is one line for the person who can mend it. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}
