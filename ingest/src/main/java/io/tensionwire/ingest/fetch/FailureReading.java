package io.tensionwire.ingest.fetch;

import io.tensionwire.ingest.fetch.FetchOutcome.Failed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an exchange that ended with an exception means. */
final class FailureReading {

  private FailureReading() {}

  static Failed of(IOException e, Duration timeout) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddressGuard.RefusedException refused) {
        return new Failed(
            FetchFailure.ADDRESS_REFUSED, refused.getMessage() + "; allowed with allow-private-addresses");
      }
    }
    return switch (e) {
      case BodyReader.TooLargeException large -> new Failed(FetchFailure.TOO_LARGE, text(large));
      case BodyMemory.NoRoomException none -> new Failed(FetchFailure.TIMED_OUT, text(none));
      case EOFException broken -> new Failed(FetchFailure.BAD_ANSWER, text(broken));
      case SocketTimeoutException slow when isConnecting(slow) ->
          new Failed(FetchFailure.NO_CONNECTION, "no connection in time");
      case InterruptedIOException ignored ->
          new Failed(FetchFailure.TIMED_OUT, "no end after " + timeout.toMillis() + " ms");
      case UnknownHostException unknown -> new Failed(FetchFailure.UNKNOWN_HOST, text(unknown));
      case ConnectException refused -> new Failed(FetchFailure.NO_CONNECTION, text(refused));
      case NoRouteToHostException none -> new Failed(FetchFailure.NO_CONNECTION, text(none));
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
