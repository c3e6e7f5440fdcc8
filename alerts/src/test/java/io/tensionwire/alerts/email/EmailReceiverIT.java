package io.tensionwire.alerts.email;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.RemoteReceiverContract;
import io.tensionwire.alerts.receiver.Threads;
import io.tensionwire.fixtures.receivers.FakeMailServer;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.yaml.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailReceiverIT extends RemoteReceiverContract {

  private static final String PASSWORD = "pass-4f9a1c";
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private static final HandshakeCertificates SERVER =
      new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
  private static final HandshakeCertificates CLIENT =
      new HandshakeCertificates.Builder().addTrustedCertificate(CERTIFICATE.certificate()).build();

  private final FakeMailServer server = FakeMailServer.start(SERVER.sslSocketFactory());
  private final Receiver receiver = receiver(server, trusting(CLIENT));

  private static Receiver receiver(FakeMailServer server, Properties properties) {
    return receiver(server, EmailConfig.Encryption.REQUIRED, properties);
  }

  private static Receiver receiver(FakeMailServer server, EmailConfig.Encryption encryption, Properties properties) {
    try {
      var from = new InternetAddress("Tensionwire <alerts@newsroom.example>");
      var to = List.of(new InternetAddress("desk@newsroom.example"), new InternetAddress("night@newsroom.example"));
      var config = new EmailConfig(
          "mail", "localhost", server.port(), encryption,
          new EmailConfig.Login("alerts", new Secret(PASSWORD)), from, to, 2);
      return new EmailReceiver(
          "mail", from, to, new Rate(2),
          new SmtpCaller(config, CALL_TIMEOUT, CALL_TIMEOUT.multipliedBy(2), properties));
    } catch (AddressException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Properties trusting(HandshakeCertificates certificates) {
    var properties = new Properties();
    properties.put("mail.smtp.ssl.socketFactory", certificates.sslSocketFactory());
    return properties;
  }

  @AfterEach
  void closeBoth() {
    receiver.close();
    server.close();
  }

  @Override
  protected Receiver receiver() {
    return receiver;
  }

  @Override
  protected String told() {
    var told = new StringBuilder();
    for (int i = 0; i < server.letters().size(); i++) {
      MimeMessage letter = letter(i);
      told.append(subject(letter)).append('\n').append(part(letter, 0)).append('\n').append(part(letter, 1));
    }
    return told.toString();
  }

  /** No tag that is not our own, no header but those that we write. */
  @Override
  protected void assertOnlyText() {
    String raw = server.letters().getLast();
    List<String> headers = Arrays.stream(raw.split("\r\n\r\n", 2)[0].split("\r\n"))
        .filter(line -> !line.startsWith(" ") && !line.startsWith("\t")).map(line -> line.split(":", 2)[0]).toList();
    assertThat(headers).containsExactlyInAnyOrder(
        "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type", "List-Id", "Auto-Submitted",
        "X-Auto-Response-Suppress", "References", "In-Reply-To");
    MimeMessage letter = letter(server.letters().size() - 1);
    String html = part(letter, 1);
    assertThat(html.replaceAll(
        "</?(html|head|body|title|p|h1|blockquote|strong|meta)( (lang|charset|dir|style)=\"[^\"<>]*\")*>|<!doctype html>"
            + "|<a href=\"https://daily\\.example/world/1\" rel=\"noreferrer\">|</a>", ""))
        .doesNotContain("<", ">");
    assertThat(subject(letter)).doesNotContain("\r", "\n").doesNotContain("=?");
  }

  @Override
  protected FarEnd farEnd() {
    return new FarEnd() {
      @Override
      public List<String> secrets() {
        byte[] plain = ("\0alerts\0" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return List.of(PASSWORD, Base64.getEncoder().encodeToString(plain));
      }

      @Override
      public int calls() {
        return server.connections();
      }

      @Override
      public int messages() {
        return server.letters().size();
      }

      @Override
      public void refusesForGood() {
        server.says(".", "554 no " + PASSWORD);
      }

      @Override
      public void isUnavailable() {
        server.says("MAIL", "451 later");
      }

      @Override
      public void losesTheAnswer() {
        server.losesTheAnswer();
      }

      @Override
      public void isSlow(Duration pause) {
        server.isSlow(pause);
      }

      @Override
      public void isGone() {
        server.close();
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 554 no mail here, FORBIDDEN", "AUTH, 535 no, FORBIDDEN", "MAIL, 550 not you, FORBIDDEN",
    "DATA, 554 no, INVALID_MESSAGE", "., 552 too big, INVALID_MESSAGE"
  })
  void whatTheServerRefusesForGood(String command, String reply, Reason reason) throws Exception {
    server.says(command, reply);

    assertThat(send(alert().build())).isEqualTo(new Outcome.Rejected(reason, reply.substring(0, 3)));
  }

  @ParameterizedTest
  @CsvSource({"CONNECT, 421 busy", "AUTH, 454 later", "MAIL, 452 full", "DATA, 451 later", "., 450 greylisted"})
  void whatTheServerPutsOffIsTriedAgain(String command, String reply) throws Exception {
    server.says(command, reply);

    assertThat(send(alert().build()))
        .isEqualTo(new Outcome.Retryable(Reason.UNAVAILABLE, reply.substring(0, 3), null));
  }

  @Test
  void oneAddressThatIsWrongKeepsTheOthersFromNothing() throws Exception {
    server.says("RCPT", "550 nobody");

    assertThat(send(alert().build())).isInstanceOf(Outcome.Delivered.class);
    assertThat(server.letters()).hasSize(1);
  }

  @Test
  void nothingIsSaidToAServerThatCannotBeTrusted() throws Exception {
    try (Receiver trustingNobody = receiver(server, new Properties())) {
      Outcome outcome = trustingNobody.send(Threads.waking(null, alert().build()));

      assertThat(outcome).isEqualTo(new Outcome.Retryable(Reason.UNREACHABLE, "no TLS", null));
    }
    assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
  }

  @Test
  void nothingIsSaidToAServerWithoutEncryption() throws Exception {
    try (FakeMailServer plain = FakeMailServer.start(null); Receiver careful = receiver(plain, trusting(CLIENT))) {
      Outcome outcome = careful.send(Threads.waking(null, alert().build()));

      assertThat(outcome).isEqualTo(new Outcome.Retryable(Reason.UNREACHABLE, "no TLS", null));
      assertThat(plain.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }
  }

  @Test
  void aServerThatSpeaksNothingButTlsIsToldOverTls() throws Exception {
    try (FakeMailServer encrypted = FakeMailServer.startEncrypted(SERVER.sslSocketFactory());
        Receiver trusting = receiver(encrypted, EmailConfig.Encryption.IMPLICIT, trusting(CLIENT))) {
      assertThat(trusting.send(Threads.waking(null, alert().build()))).isInstanceOf(Outcome.Delivered.class);

      assertThat(encrypted.letters()).hasSize(1);
      assertThat(encrypted.commands()).noneMatch(command -> command.startsWith("STARTTLS"))
          .anyMatch(command -> command.startsWith("AUTH"));
    }
  }

  @Test
  void nothingIsSaidOverTlsToAServerThatCannotBeTrustedOrSpeaksNone() throws Exception {
    HeldCertificate another = new HeldCertificate.Builder().addSubjectAlternativeName("another.example").build();
    var elsewhere = new HandshakeCertificates.Builder().heldCertificate(another).build();
    var trustsAnother = new HandshakeCertificates.Builder().addTrustedCertificate(another.certificate()).build();
    try (FakeMailServer encrypted = FakeMailServer.startEncrypted(SERVER.sslSocketFactory());
        FakeMailServer misnamed = FakeMailServer.startEncrypted(elsewhere.sslSocketFactory());
        FakeMailServer plain = FakeMailServer.start(null);
        Receiver trustingNobody = receiver(encrypted, EmailConfig.Encryption.IMPLICIT, new Properties());
        Receiver careful = receiver(misnamed, EmailConfig.Encryption.IMPLICIT, trusting(trustsAnother));
        Receiver encrypting = receiver(plain, EmailConfig.Encryption.IMPLICIT, trusting(CLIENT))) {
      for (Receiver each : List.of(trustingNobody, careful, encrypting)) {
        assertThat(each.send(Threads.waking(null, alert().build())))
            .isEqualTo(new Outcome.Retryable(Reason.UNREACHABLE, "no TLS", null));
      }

      assertThat(encrypted.commands()).isEmpty();
      assertThat(misnamed.commands()).as("its certificate is another host's").noneMatch(
          command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
      assertThat(plain.letters()).isEmpty();
    }
  }

  @Test
  void theMessagesOfAStoryAreOneThread() throws Exception {
    send(alert().id("a").build());
    send(alert().id("a").build());
    Outcome first = send(SampleAlerts.korean());
    var threadId = String.valueOf(((Outcome.Delivered) first).threadId());
    receiver.send(Threads.after(threadId, alert().id("a").kind(AlertKind.ESCALATED).build()));

    assertThat(letter(0).getMessageID()).isEqualTo(letter(1).getMessageID());
    assertThat(letter(0).getMessageID()).isNotEqualTo(letter(2).getMessageID());
    assertThat(letter(0).getHeader("References")).isEqualTo(letter(1).getHeader("References"));
    assertThat(letter(0).getHeader("References")[0]).isNotEqualTo(letter(2).getHeader("References")[0]);
    assertThat(letter(3).getHeader("In-Reply-To")[0]).isEqualTo(threadId);
    assertThat(letter(3).getHeader("References")[0]).startsWith(letter(0).getHeader("References")[0]).endsWith(threadId);
    assertThat(letter(0).getHeader("List-Id")[0]).isEqualTo("<mail.tensionwire.newsroom.example>");
    assertThat(letter(0).getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
  }

  @Test
  void bothPartsAreInTheirLanguage() throws Exception {
    send(SampleAlerts.korean());

    assertThat(letter(0).getContentType()).startsWith("multipart/alternative");
    assertThat(subject(letter(0))).isEqualTo("🔴 HIGH: 견본: 러 외무부 “포탄 보내면 상응 조치”");
    assertThat(part(letter(0), 1)).contains("<blockquote dir=\"auto\" lang=\"ko\"", "<h1 dir=\"auto\" lang=\"ko\"",
        "<strong>상응하는 조치를 취하겠다</strong>");
  }

  private MimeMessage letter(int index) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(server.letters().get(index).getBytes(StandardCharsets.UTF_8)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage letter) {
    try {
      return letter.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(MimeMessage letter, int index) {
    try {
      return (String) ((MimeMultipart) letter.getContent()).getBodyPart(index).getContent();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
