package io.tensionwire.alerts.http;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.service.address.AddressGuard;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/** How far a call came: before anything was sent nothing was told, after that nobody knows. */
final class Progress extends EventListener {

  private volatile boolean sent;

  static EventListener of(Call call) {
    Progress progress = call.request().tag(Progress.class);
    return progress == null ? EventListener.NONE : progress;
  }

  @Override
  public void requestHeadersStart(Call call) {
    sent = true;
  }

  Reply timedOut() {
    return new Reply.None(new Outcome.Retryable(sent ? Reason.TIMED_OUT : Reason.UNREACHABLE, null, null));
  }

  /** An exception's text may name the address; what kind it is of is all that is told. */
  Reply brokenBy(IOException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddressGuard.RefusedException) {
        return new Reply.None(
            new Outcome.Rejected(Reason.FORBIDDEN, "not a public address; see allow-private-addresses"));
      }
    }
    if (e instanceof InterruptedIOException) {
      return timedOut();
    }
    return new Reply.None(
        sent
            ? new Outcome.Retryable(Reason.ANSWER_LOST, e.getClass().getSimpleName(), null)
            : new Outcome.Retryable(Reason.UNREACHABLE, kind(e), null));
  }

  private static @Nullable String kind(IOException e) {
    return switch (e) {
      case UnknownHostException unknown -> "unknown host";
      case SSLException tls -> "no TLS";
      default -> null;
    };
  }
}
