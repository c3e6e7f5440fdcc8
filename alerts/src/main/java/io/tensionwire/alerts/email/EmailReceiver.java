package io.tensionwire.alerts.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.StoryThread;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes letters. */
final class EmailReceiver implements Receiver {

  private final String name;
  private final InternetAddress from;
  private final List<InternetAddress> to;
  private final Rate rate;
  private final SmtpCaller smtp;
  private final InstantSource clock;
  private final MailIds ids;

  EmailReceiver(String name, InternetAddress from, List<InternetAddress> to, Rate rate, SmtpCaller smtp) {
    this(name, from, to, rate, smtp, InstantSource.system());
  }

  EmailReceiver(
      String name, InternetAddress from, List<InternetAddress> to, Rate rate, SmtpCaller smtp, InstantSource clock) {
    this.name = name;
    this.from = from;
    this.to = List.copyOf(to);
    this.rate = rate;
    this.smtp = smtp;
    this.clock = clock;
    this.ids = new MailIds(name, from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1));
  }

  @Override
  public String name() {
    return name;
  }

  /** What is in a mailbox stays as it is. */
  @Override
  public boolean showsEdits() {
    return false;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  @Override
  public Outcome send(Dispatch dispatch) throws InterruptedException {
    String storyId = dispatch.alert().storyId();
    String root = storyId == null ? null : ids.root(storyId);
    StoryThread thread = dispatch.thread();
    String first = thread != null && thread.id().matches("<[!-;=?-~]{1,200}>") ? thread.id() : null;
    Letter letter = Letter.of(dispatch.message(), dispatch.alert().language(), dispatch.mention());
    return send(letter, ids.of(dispatch.alert().id()), root, first, dispatch.mention() != null);
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return send(Letter.of(notice), ids.of(notice.id()), null, null, notice.mention() != null);
  }

  /**
   * Sends one.
   *
   * @param root what all messages about its story refer to
   * @param first the story's first message, where it is known
   */
  private Outcome send(Letter letter, String id, @Nullable String root, @Nullable String first, boolean urgent)
      throws InterruptedException {
    Outcome outcome = smtp.send(session -> {
      var mail = new OwnIdMessage(session, id);
      headers(mail, letter, urgent);
      if (root != null) {
        mail.setHeader("References", first == null ? root : root + "\r\n " + first);
        mail.setHeader("In-Reply-To", first == null ? root : first);
      }
      var both = new MimeMultipart("alternative");
      both.addBodyPart(part(letter.text(), "plain"));
      both.addBodyPart(part(letter.html(), "html"));
      mail.setContent(both);
      mail.saveChanges();
      return mail;
    });
    return outcome instanceof Outcome.Delivered ? new Outcome.Delivered(id, first == null ? id : first) : outcome;
  }

  private void headers(OwnIdMessage mail, Letter letter, boolean urgent) throws MessagingException {
    mail.setFrom(from);
    mail.setRecipients(RecipientType.TO, to.toArray(InternetAddress[]::new));
    mail.setSubject(letter.subject(), UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("List-Id", "<" + name.toLowerCase(Locale.ROOT) + ".tensionwire." + ids.domain() + ">");
    // Nobody's holiday note should answer (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    if (urgent) {
      mail.setHeader("Importance", "high");
    }
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), kind);
    return part;
  }

  @Override
  public void close() {
    smtp.close();
  }
}
