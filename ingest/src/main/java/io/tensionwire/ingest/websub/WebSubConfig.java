package io.tensionwire.ingest.websub;

import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.service.http.HttpConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code ingest.websub}.
 *
 * @param callback where hubs reach this instance, from outside; a path of its own for each feed is added
 * @param secret what callback paths and the hubs' secrets are made of
 * @param listen where the callbacks are served: apart from the metrics, which are nobody's business
 */
public record WebSubConfig(URI callback, Secret secret, InetSocketAddress listen) {

  private static final int LEAST_SECRET = 16;
  private static final InetSocketAddress USUAL = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8081);

  /**
   * Reads the section; {@code null} where there is no callback.
   *
   * @throws YamlException if a value is missing or makes no sense
   */
  public static @Nullable WebSubConfig from(Section websub, boolean allowPrivateAddresses) {
    URI callback = websub.uri("callback");
    Secret secret = websub.secret("secret");
    InetSocketAddress listen = websub.has("listen") ? HttpConfig.from(websub).listen() : USUAL;
    if (callback == null) {
      return null;
    }
    if (!"https".equalsIgnoreCase(callback.getScheme())
        && !(allowPrivateAddresses && "http".equalsIgnoreCase(callback.getScheme()))) {
      throw websub.error("callback", "must be an https address: hubs are told a secret path");
    }
    if (callback.getRawQuery() != null || callback.getRawFragment() != null) {
      throw websub.error("callback", "must end with its path");
    }
    if (secret == null) {
      throw websub.error("secret is missing: write ${NAME}, or secret_file");
    }
    if (secret.reveal().length() < LEAST_SECRET) {
      throw websub.error("secret", "must have " + LEAST_SECRET + " characters or more");
    }
    return new WebSubConfig(callback, secret, listen);
  }
}
