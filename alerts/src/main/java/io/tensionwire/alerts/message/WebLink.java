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
    if (url == null || url.getScheme() == null || url.getHost() == null || url.toASCIIString().length() > MOST) {
      return null;
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http") ? URI.create(url.toASCIIString()) : null;
  }
}
