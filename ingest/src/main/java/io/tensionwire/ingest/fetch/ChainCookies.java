package io.tensionwire.ingest.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** The cookies of one chain of redirects: a gate sets one and looks for it; with the chain's end they are forgotten. */
final class ChainCookies {

  private static final int MOST = 50;
  private static final int LONGEST = 4096;

  private final List<Cookie> cookies = new ArrayList<>();

  void keep(HttpUrl url, Response response, long nowMillis) {
    for (Cookie cookie : Cookie.parseAll(url, response.headers())) {
      cookies.removeIf(known -> known.name().equals(cookie.name()) && known.domain().equals(cookie.domain())
          && known.path().equals(cookie.path()));
      boolean live = cookie.expiresAt() > nowMillis;
      if (live && cookies.size() < MOST && cookie.name().length() + cookie.value().length() <= LONGEST) {
        cookies.add(cookie);
      }
    }
  }

  /** What belongs to an address, as a header; empty where nothing does. Secure cookies go over TLS alone. */
  String header(HttpUrl url) {
    return cookies.stream()
        .filter(cookie -> cookie.matches(url))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .filter(HeaderText::isSendable)
        .collect(Collectors.joining("; "));
  }
}
