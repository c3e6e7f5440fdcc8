package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import io.tensionwire.service.address.AddressGuard;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an exchange that ended with an exception means. */
final class FailureReading {

  private FailureReading() {}

  static Failed of(IOException e, Duration timeout, boolean proxied) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddressGuard.RefusedException refused) {
        return new Failed(
            FetchFailure.ADDRESS_REFUSED, refused.getMessage() + "; allowed with allow-private-addresses");
      }
    }
    FetchFailure unconnected = proxied ? FetchFailure.PROXY : FetchFailure.NO_CONNECTION;
    return switch (e) {
      case BodyReader.TooLargeException large -> new Failed(FetchFailure.TOO_LARGE, text(large));
      case BodyMemory.NoRoomException none -> new Failed(FetchFailure.TIMED_OUT, text(none));
      case EOFException broken -> new Failed(FetchFailure.BAD_ANSWER, text(broken));
      case SocketTimeoutException slow when isConnecting(slow) ->
          new Failed(unconnected, "no connection in time");
      case InterruptedIOException ignored ->
          new Failed(FetchFailure.TIMED_OUT, "no end after " + timeout.toMillis() + " ms");
      case UnknownHostException unknown -> new Failed(
          // The proxy looks the hosts up: what is looked up here is the proxy.
          proxied ? FetchFailure.PROXY : FetchFailure.UNKNOWN_HOST, text(unknown));
      case ConnectException refused -> new Failed(unconnected, text(refused));
      case NoRouteToHostException none -> new Failed(unconnected, text(none));
      case OnceOnly.AgainException again -> new Failed(FetchFailure.SERVER_ERROR, text(again));
      case ProtocolException senseless when !text(senseless).startsWith("unexpected end of stream") ->
          new Failed(FetchFailure.BAD_ANSWER, text(senseless));
      // The proxy says that it reached nobody, or whom it does not let us reach.
      case SocketException socks when text(socks).startsWith("SOCKS") ->
          new Failed(FetchFailure.NO_CONNECTION, text(socks));
      case IOException tunnel when text(tunnel).contains("response code for CONNECT") ->
          new Failed(FetchFailure.NO_CONNECTION, text(tunnel));
      case IOException refusing when text(refusing).contains("authenticate with proxy") ->
          new Failed(FetchFailure.PROXY, text(refusing));
      case SSLException tls -> new Failed(FetchFailure.TLS, text(tls));
      default -> new Failed(FetchFailure.BROKEN_OFF, text(e));
    };
  }

  private static boolean isConnecting(SocketTimeoutException e) {
    return text(e).toLowerCase(Locale.ROOT).contains("connect");
  }

  private static String text(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
