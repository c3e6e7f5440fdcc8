package io.tensionwire.alerts.email;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.Threads;
import io.tensionwire.model.yaml.Secret;
import jakarta.mail.internet.InternetAddress;
import java.io.InputStream;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mail server that is not ours, and speaks TLS from the first byte. Its certificate names no host. */
@Timeout(30)
class GreenMailOverTlsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

  @BeforeEach
  void start() {
    server.setUser("desk@newsroom.example", "alerts", "pass-4f9a1c");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aLetterIsSentOverTlsWithALogin() throws Exception {
    Properties trusting = trusting();
    // Who trusts this very certificate need not ask it for a name.
    trusting.setProperty("mail.smtp.ssl.checkserveridentity", "false");

    assertThat(send(trusting)).isInstanceOf(Outcome.Delivered.class);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aCertificateThatIsNotTheHostsIsRefused() throws Exception {
    assertThat(send(trusting())).isEqualTo(new Outcome.Retryable(Reason.UNREACHABLE, "no TLS", null));
    assertThat(send(new Properties())).isEqualTo(new Outcome.Retryable(Reason.UNREACHABLE, "no TLS", null));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private Outcome send(Properties properties) throws Exception {
    var config = new EmailConfig(
        "mail", "127.0.0.1", server.getSmtps().getPort(), EmailConfig.Encryption.IMPLICIT,
        new EmailConfig.Login("alerts", new Secret("pass-4f9a1c")), new InternetAddress("alerts@newsroom.example"),
        List.of(new InternetAddress("desk@newsroom.example")), 2);
    try (Receiver receiver = new EmailReceiver(
        "mail", config.from(), config.to(), new Rate(2), new SmtpCaller(config, PATIENCE, PATIENCE, properties))) {
      return receiver.send(Threads.waking(null, alert().build()));
    }
  }

  private static Properties trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream own = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
      store.load(own, "changeit".toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("greenmail", store.getCertificate("greenmail"));
    TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    var properties = new Properties();
    properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory());
    return properties;
  }
}
