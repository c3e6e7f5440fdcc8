package io.tensionwire.ingest.fetch;

import io.tensionwire.model.yaml.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The way out, where it is not direct: {@code http://user:password@host:port} or {@code socks://host:port}.
 *
 * @param password {@code null} where the proxy asks for none
 */
public record WebProxy(Proxy.Type type, String host, int port, String user, @Nullable Secret password) {

  /** @throws IllegalArgumentException if it is no proxy; the message does not hold it, for it may hold a password */
  static WebProxy parse(String text) {
    URI uri = URI.create(text.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    Proxy.Type type = switch (scheme) {
      case "http" -> Proxy.Type.HTTP;
      case "socks", "socks5" -> Proxy.Type.SOCKS;
      default -> throw new IllegalArgumentException("must start with http:// or socks://");
    };
    if (uri.getHost() == null || uri.getPort() < 1) {
      throw new IllegalArgumentException("must name a host and a port, such as http://proxy.example:3128");
    }
    String userInfo = uri.getRawUserInfo();
    if (userInfo == null) {
      return new WebProxy(type, uri.getHost(), uri.getPort(), "", null);
    }
    if (type == Proxy.Type.SOCKS) {
      throw new IllegalArgumentException("names a user: only an http proxy can be given one");
    }
    int colon = userInfo.indexOf(':');
    return new WebProxy(
        type, uri.getHost(), uri.getPort(), decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
        new Secret(colon < 0 ? "" : decoded(userInfo.substring(colon + 1))));
  }

  Proxy proxy() {
    return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
  }

  /** Answers the proxy's question for a name and a password, once. */
  Authenticator authenticator() {
    Secret known = password;
    return (route, response) -> known == null || response.request().header("Proxy-Authorization") != null
        ? null
        : response.request().newBuilder()
            .header("Proxy-Authorization", Credentials.basic(user, known.reveal(), StandardCharsets.UTF_8))
            .build();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
