package io.tensionwire.alerts.http;

import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.address.PrivateAddresses;
import java.util.Optional;

/**
 * A receiver that is known by its address alone, which is its secret.
 *
 * @param kind which receiver it is
 */
public record AddressConfig(String name, Secret url, int messagesPerSecond, Kind kind) implements ReceiverConfig {

  private static final String PER_SECOND = "messages-per-second";

  /** Makes the receiver of one kind. */
  @FunctionalInterface
  public interface Kind {
    Receiver open(String name, Secret url, Rate rate, HttpCaller http);
  }

  /** @param example how its address starts */
  public static ReceiverConfig from(String name, Section section, int usualPerSecond, String example, Kind kind) {
    Off off = Off.unlessSet(name, section, "url", PER_SECOND);
    if (off != null) {
      return off;
    }
    int perSecond = section.integer(PER_SECOND, usualPerSecond, 1, 1000);
    Secret url = section.secret("url");
    if (url == null) {
      throw section.error("url is missing; it starts like " + example + " and may stand in a file: url_file");
    }
    if (!HttpCaller.isAddress(url)) {
      // The value is a secret: it is not shown.
      throw section.error("url is not an address; it starts like " + example);
    }
    return new AddressConfig(name, url, perSecond, kind);
  }

  @Override
  public Optional<Receiver> open() {
    // Whoever runs it names this one address: it may be that of a gateway inside.
    return Optional.of(kind.open(name, url, new Rate(messagesPerSecond), new HttpCaller(PrivateAddresses.ALL)));
  }
}
