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
    try {
      int port = Integer.parseInt(listen.substring(colon + 1));
      return new HttpConfig(new InetSocketAddress(listen.substring(0, Math.max(0, colon)), port));
    } catch (IllegalArgumentException e) {
      throw http.error("listen", "is not an address and a port; write it like " + DEFAULT);
    }
  }
}
