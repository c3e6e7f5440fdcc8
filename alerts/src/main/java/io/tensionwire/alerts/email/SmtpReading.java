package io.tensionwire.alerts.email;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a mail server's answer means (RFC 5321, 4.2.1): 4yz passes, 5yz does not. Of its words only the code is kept, for
 * they may name people and passwords.
 */
final class SmtpReading {

  private static final Logger log = LoggerFactory.getLogger(SmtpReading.class);

  private static final Pattern CODE = Pattern.compile("(?:^|response: )([2-5]\\d\\d)\\b");

  private SmtpReading() {}

  /** Before anything of the letter was said. */
  static Outcome ofConnection(MessagingException e) {
    int code = code(e);
    if (code >= 500) {
      return new Outcome.Rejected(Reason.FORBIDDEN, Integer.toString(code));
    }
    if (code >= 400) {
      return new Outcome.Retryable(Reason.UNAVAILABLE, Integer.toString(code), null);
    }
    if (e instanceof AuthenticationFailedException) {
      return new Outcome.Rejected(Reason.FORBIDDEN, "login");
    }
    return new Outcome.Retryable(Reason.UNREACHABLE, noTls(e) ? "no TLS" : null, null);
  }

  /** @param wentOut whether all of the letter was sent */
  static Outcome of(MessagingException e, boolean wentOut) {
    if (e instanceof SendFailedException some && sentTo(some) > 0) {
      log.atWarn().addKeyValue("accepted", sentTo(some)).log("a letter was not accepted for all of its addresses");
      return Outcome.delivered();
    }
    int code = code(e);
    String detail = Integer.toString(code);
    if (code >= 500) {
      return new Outcome.Rejected(reason(e), detail);
    }
    if (code >= 400) {
      return new Outcome.Retryable(Reason.UNAVAILABLE, detail, null);
    }
    if (!wentOut) {
      return new Outcome.Retryable(Reason.UNREACHABLE, null, null);
    }
    return new Outcome.Retryable(isTimeout(e) ? Reason.TIMED_OUT : Reason.ANSWER_LOST, null, null);
  }

  private static Reason reason(MessagingException e) {
    for (@Nullable Exception each = e; each != null; each = next(each)) {
      switch (each) {
        case SMTPAddressFailedException nobody -> {
          return Reason.NOT_FOUND;
        }
        case SMTPSenderFailedException notWe -> {
          return Reason.FORBIDDEN;
        }
        default -> {
          // It says no more than that something failed.
        }
      }
    }
    return Reason.INVALID_MESSAGE;
  }

  private static int sentTo(SendFailedException e) {
    return e.getValidSentAddresses() == null ? 0 : e.getValidSentAddresses().length;
  }

  /** The server's code, 0 where it gave none; that of an address stands behind that of the whole. */
  private static int code(MessagingException e) {
    int found = 0;
    for (@Nullable Exception each = e; each != null; each = next(each)) {
      int code = switch (each) {
        case SMTPAddressFailedException address -> address.getReturnCode();
        case SMTPSenderFailedException sender -> sender.getReturnCode();
        case SMTPSendFailedException whole -> whole.getReturnCode();
        default -> inWords(each.getMessage());
      };
      // One address that may be right later is worth another try.
      if (code >= 400 && (found == 0 || code < 500)) {
        found = code;
      }
    }
    return found;
  }

  private static int inWords(@Nullable String message) {
    Matcher code = CODE.matcher(message == null ? "" : message);
    return code.find() ? Integer.parseInt(code.group(1)) : 0;
  }

  private static boolean isTimeout(MessagingException e) {
    return causeOf(e, SocketTimeoutException.class);
  }

  private static boolean noTls(MessagingException e) {
    return causeOf(e, SSLException.class) || String.valueOf(e.getMessage()).contains("STARTTLS");
  }

  private static boolean causeOf(MessagingException e, Class<? extends Exception> kind) {
    for (@Nullable Exception each = e; each != null; each = next(each)) {
      for (@Nullable Throwable cause = each; cause != null; cause = cause.getCause()) {
        if (kind.isInstance(cause)) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException mail ? mail.getNextException() : null;
  }
}
