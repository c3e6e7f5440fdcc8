package io.tensionwire.service.http;

import io.tensionwire.model.yaml.Section;
import java.net.InetSocketAddress;

/**
 * Where a process listens.
 *
 * @param listen loopback unless told otherwise; port 0 takes any free one
 */
public record HttpConfig(InetSocketAddress listen) {

  private static final String DEFAULT = "127.0.0.1:8080";

  public static HttpConfig from(Section http) {
    String listen = http.text("listen", DEFAULT);
    int colon = listen.lastIndexOf(':');
    InetSocketAddress address;
    try {
      // Without a host it would be loopback, where whoever writes it so often means every address.
      if (colon < 1) {
        throw new IllegalArgumentException("no host");
      }
      address = new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw http.error("listen", "is not an address and a port; write it like " + DEFAULT);
    }
    if (address.isUnresolved()) {
      throw http.error("listen", "names no host that is known here; write it like " + DEFAULT);
    }
    return new HttpConfig(address);
  }
}
