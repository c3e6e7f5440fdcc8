package io.tensionwire.alerts.email;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Threads;
import io.tensionwire.model.AlertKind;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mail server that is not ours takes the letters, and each of the people gets theirs. */
@Timeout(30)
class GreenMailIT {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everybodyGetsTheStoryAsOneThread() throws Exception {
    var config = new EmailConfig(
        "mail", "127.0.0.1", server.getSmtp().getPort(), EmailConfig.Encryption.OPTIONAL, null,
        new InternetAddress("alerts@newsroom.example"),
        List.of(new InternetAddress("desk@newsroom.example"), new InternetAddress("night@newsroom.example")), 2);
    try (Receiver receiver = config.open().orElseThrow()) {
      Outcome first = receiver.send(Threads.waking(null, SampleAlerts.russian()));
      Outcome second = receiver.send(Threads.waking("Night desk, please", alert().kind(AlertKind.ESCALATED).build()));

      assertThat(List.of(first, second)).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Delivered.class));
    }

    MimeMessage[] letters = server.getReceivedMessages();
    assertThat(letters).hasSize(4);
    assertThat(letters[0].getSubject()).contains("UNCONFIRMED", "ОБРАЗЕЦ: посольство сообщило о новых ограничениях Сеула");
    var parts = (MimeMultipart) letters[0].getContent();
    assertThat((String) parts.getBodyPart(0).getContent()).contains("готовит новые ограничения");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("<strong>готовит новые ограничения</strong>");
    int urgent = 0;
    for (MimeMessage letter : letters) {
      urgent += letter.getHeader("Importance") == null ? 0 : 1;
    }
    assertThat(urgent).isEqualTo(2);
  }
}
