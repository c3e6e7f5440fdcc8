package io.tensionwire.ingest.fetch;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps the client from asking a host anew of its own accord: it would do so at once after a 408, after a 503 with
 * {@code Retry-After: 0}, and at each further address of a host that takes the request and hangs up. Once more is right
 * where a kept connection turns out to be dead, and where a proxy wants to know who we are.
 */
final class OnceOnly implements Interceptor {

  private static final int MOST_SENT = 2;

  /** What became of one request so far; the request carries it. */
  static final class Sent {
    private int times;
    private int status;
  }

  /** The client was about to ask again. */
  static final class AgainException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    AgainException(String message) {
      super(message);
    }
  }

  static Request.Builder mark(Request.Builder request) {
    return request.tag(Sent.class, new Sent());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Sent sent = chain.request().tag(Sent.class);
    if (sent == null) {
      return chain.proceed(chain.request());
    }
    if (sent.status != 0 && sent.status != 407) {
      throw new AgainException("HTTP status " + sent.status);
    }
    if (++sent.times > MOST_SENT) {
      throw new AgainException("the host takes the request and hangs up");
    }
    Response response = chain.proceed(chain.request());
    sent.status = response.code();
    String wish = response.header("Retry-After");
    return sent.status == 503 && wish != null && wish.matches("0+")
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
