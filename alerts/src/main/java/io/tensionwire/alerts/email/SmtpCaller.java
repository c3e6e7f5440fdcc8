package io.tensionwire.alerts.email;

import static java.util.Objects.requireNonNull;

import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to a mail server, one connection each. */
final class SmtpCaller implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmtpCaller.class);

  /** For a connection, and for each answer. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final EmailConfig config;
  private final Duration callTimeout;
  private final Session session;
  /** Only a virtual thread can be told to stop in the middle of reading from a socket. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Writes a letter into its form. */
  @FunctionalInterface
  interface Writing {
    OwnIdMessage write(Session session) throws MessagingException;
  }

  SmtpCaller(EmailConfig config) {
    this(config, ANSWER_TIMEOUT, CALL_TIMEOUT, new Properties());
  }

  /** @param more properties of the session */
  SmtpCaller(EmailConfig config, Duration answerTimeout, Duration callTimeout, Properties more) {
    this.config = config;
    this.callTimeout = callTimeout;
    var properties = new Properties();
    String timeout = Long.toString(answerTimeout.toMillis());
    properties.setProperty("mail.smtp.host", config.host());
    properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    EmailConfig.Encryption encryption = config.encryption();
    boolean implicit = encryption == EmailConfig.Encryption.IMPLICIT;
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicit));
    properties.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(!implicit && encryption != EmailConfig.Encryption.OFF));
    properties.setProperty(
        "mail.smtp.starttls.required", Boolean.toString(encryption == EmailConfig.Encryption.REQUIRED));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(config.login() != null));
    // One address that is wrong keeps the others from nothing.
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.putAll(more);
    this.session = Session.getInstance(properties);
  }

  /**
   * Sends one letter.
   *
   * @throws InterruptedException if told to stop; whether it was sent is unknown then
   */
  Outcome send(Writing writing) throws InterruptedException {
    var written = new AtomicReference<@Nullable OwnIdMessage>();
    Future<Outcome> call = threads.submit(() -> transmit(writing, written));
    try {
      return call.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      OwnIdMessage mail = written.get();
      return new Outcome.Retryable(mail != null && mail.wentOut() ? Reason.TIMED_OUT : Reason.UNREACHABLE, null, null);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a letter could not be written: " + requireNonNull(e.getCause()).getClass().getName());
    } finally {
      call.cancel(true);
    }
  }

  private Outcome transmit(Writing writing, AtomicReference<@Nullable OwnIdMessage> written) throws MessagingException {
    OwnIdMessage mail = writing.write(session);
    written.set(mail);
    EmailConfig.Login login = config.login();
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(
          config.host(), config.port(), login == null ? null : login.username(),
          login == null ? null : login.password().reveal());
    } catch (MessagingException e) {
      return SmtpReading.ofConnection(e);
    }
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return Outcome.delivered();
    } catch (MessagingException e) {
      return SmtpReading.of(e, mail.wentOut());
    } finally {
      close(transport);
    }
  }

  /** What became of the letter is known by now, however the good-bye goes. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.atDebug().addKeyValue("cause", e.getClass().getSimpleName()).log("a mail server hung up first");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
