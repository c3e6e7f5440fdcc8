package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The way from the address that was asked for to the one that answers. */
final class RedirectChain {

  static final int MOST = 10;

  private final HttpUrl start;
  private final int most;
  private final ChainCookies cookies = new ChainCookies();
  private final Set<String> visited = new HashSet<>();
  private HttpUrl at;
  private @Nullable HttpUrl permanent;
  private boolean onlyPermanent = true;
  private int redirects;

  RedirectChain(HttpUrl start, int most) {
    this.start = start;
    this.at = start;
    this.most = most;
    visited.add(start + "\n");
  }

  /** The address that is to be asked now. */
  HttpUrl at() {
    return at;
  }

  HttpUrl start() {
    return start;
  }

  /** Whether it is still the scheme, host and port that were asked for. */
  boolean isAtItsOrigin() {
    return at.scheme().equals(start.scheme()) && at.host().equals(start.host()) && at.port() == start.port();
  }

  /** Where permanent redirects led before any other; {@code null} where there were none, or they led back. */
  @Nullable URI permanentlyMovedTo() {
    return permanent == null || permanent.equals(start) ? null : permanent.uri();
  }

  void keepCookies(Response response) {
    // The clock by which the client reckons when a cookie ends.
    cookies.keep(at, response, System.currentTimeMillis());
  }

  String cookieHeader() {
    return cookies.header(at);
  }

  static boolean isRedirect(Response response) {
    return switch (response.code()) {
      case 301, 302, 303, 307, 308 -> response.header("Location") != null;
      default -> false;
    };
  }

  /** Goes on to where an answer points. @return why not, or {@code null} */
  @Nullable Failed follow(Response response) {
    String location = String.valueOf(response.header("Location"));
    HttpUrl to = at.resolve(location);
    if (to == null) {
      return new Failed(FetchFailure.BAD_ANSWER, "redirected to what is no http address: " + shown(location));
    }
    if (++redirects > most) {
      return new Failed(FetchFailure.REDIRECT_LOOP, "more than " + most + " redirects");
    }
    boolean permanently = response.code() == 301 || response.code() == 308;
    onlyPermanent &= permanently;
    at = to.newBuilder().fragment(null).build();
    if (onlyPermanent) {
      permanent = at;
    }
    // A gate that sets a cookie and sends us back to where we were is no loop; the same with nothing new is.
    if (!visited.add(at + "\n" + cookieHeader())) {
      return new Failed(FetchFailure.REDIRECT_LOOP, "redirects lead in a circle at " + to.host());
    }
    return null;
  }

  /** Without a query, which may hold a secret, and no longer than a line. */
  private static String shown(String location) {
    String path = location.replaceFirst("[?#].*", "").replaceAll("\\p{Cntrl}", " ");
    return path.length() > 100 ? path.substring(0, 100) + "…" : path;
  }
}
