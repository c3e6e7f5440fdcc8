package io.tensionwire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.yaml.Secret;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is secret about a feed's subscription, made from the one secret that is configured: nothing has to be kept. */
final class CallbackKeys {

  private final URI callback;
  private final Secret secret;

  CallbackKeys(WebSubConfig config) {
    this.callback = config.callback();
    this.secret = config.secret();
  }

  /** The last part of the callback's path: nobody can guess it who does not know the secret. */
  String token(String feedId) {
    return derived("callback", feedId);
  }

  URI callback(String feedId) {
    String base = callback.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + token(feedId));
  }

  /** What the hub signs with; shorter than 200 bytes, as it must be. */
  String hubSecret(String feedId) {
    return derived("hub.secret", feedId);
  }

  private String derived(String purpose, String feedId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((purpose + "\n" + feedId).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
