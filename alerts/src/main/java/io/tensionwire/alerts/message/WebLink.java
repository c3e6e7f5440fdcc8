package io.tensionwire.alerts.message;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which addresses are shown as links: those of the web, of a bearable length, in ASCII. */
public final class WebLink {

  private static final int MOST = 2000;

  private WebLink() {}

  /** The address as it is shown; {@code null} where it is none that a reader should follow. */
  public static @Nullable URI of(@Nullable URI url) {
    // Half of a character is no address, and cannot be written as one.
    if (url == null || url.getScheme() == null || url.getHost() == null || hasHalves(url.toString())) {
      return null;
    }
    String address = url.toASCIIString();
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    return web && address.length() <= MOST ? URI.create(address) : null;
  }

  private static boolean hasHalves(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
