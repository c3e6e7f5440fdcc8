package io.tensionwire.alerts.http;

import io.tensionwire.model.yaml.Secret;
import java.util.List;
import java.util.stream.Stream;

/** The parts of an address that could be its secret, to find them in what a receiver sends back. */
public final class SecretParts {

  /** Shorter ones are words of an API, as {@code v1} is, and would be found everywhere. */
  private static final int LEAST = 6;

  private final List<String> parts;

  private SecretParts(List<String> parts) {
    this.parts = parts;
  }

  /** All of the path, the query and the credentials; the host is none. */
  static SecretParts of(Secret url) {
    String rest = url.reveal().replaceFirst("(?i)^https?://([^/?#@]*@)?[^/?#]*", "$1 ");
    return new SecretParts(
        Stream.of(rest.split("[/?#&=@: ]+")).filter(part -> part.length() >= LEAST).distinct().toList());
  }

  boolean isShownBy(String text) {
    return parts.stream().anyMatch(text::contains);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
