package io.tensionwire.alerts.email;

import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.model.yaml.Secret;
import io.tensionwire.model.yaml.Section;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People's mailboxes.
 *
 * @param login {@code null} where the server asks for none
 */
public record EmailConfig(
    String name, String host, int port, Encryption encryption, @Nullable Login login, InternetAddress from,
    List<InternetAddress> to, int messagesPerSecond) implements ReceiverConfig {

  private static final int SUBMISSION = 587;
  /** Submission with TLS from the first byte (RFC 8314, 3.3). */
  private static final int SUBMISSIONS = 465;
  private static final int USUAL_PER_SECOND = 2;
  private static final int MOST_RECIPIENTS = 100;
  private static final String TLS = "tls";
  private static final String STARTTLS = "starttls";
  private static final String PASSWORD = "password";
  private static final String[] KEYS = {
    "host", "port", TLS, STARTTLS, "username", "from", "to", "messages-per-second"
  };

  /** Whether the connection is encrypted before anything is said. */
  public enum Encryption {
    /** From the first byte on. */
    IMPLICIT,
    /** By STARTTLS, or nothing is said. */
    REQUIRED,
    /** By STARTTLS, where the server offers it. */
    OPTIONAL,
    OFF
  }

  private enum Tls {
    IMPLICIT,
    STARTTLS
  }

  private enum StartTls {
    REQUIRED,
    OPTIONAL,
    OFF
  }

  /** Who we are to the server. */
  public record Login(String username, Secret password) {}

  public EmailConfig {
    to = List.copyOf(to);
  }

  public static ReceiverConfig from(String name, Section section) {
    Off off = Off.unlessSet(name, section, PASSWORD, KEYS);
    if (off != null) {
      return off;
    }
    Encryption encryption = encryption(section);
    Login login = login(section);
    if (login != null && encryption != Encryption.REQUIRED && encryption != Encryption.IMPLICIT) {
      throw section.error(STARTTLS, "would let the password be sent in clear; with a username it must be required");
    }
    String from = section.required("from");
    List<InternetAddress> to = new ArrayList<>();
    for (String address : section.texts("to")) {
      to.add(address(section, "to", address));
    }
    if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
      throw section.error("to must name 1 to " + MOST_RECIPIENTS + " addresses, such as desk@newsroom.example");
    }
    return new EmailConfig(
        name, section.required("host"), port(section, encryption == Encryption.IMPLICIT ? SUBMISSIONS : SUBMISSION),
        encryption, login,
        address(section, "from", from), to,
        section.integer("messages-per-second", USUAL_PER_SECOND, 1, 1000));
  }

  /** What port 465 is for needs no saying. */
  private static Encryption encryption(Section section) {
    boolean submissions = port(section, SUBMISSION) == SUBMISSIONS && !section.has(STARTTLS);
    if (section.choice(TLS, Tls.class, submissions ? Tls.IMPLICIT : Tls.STARTTLS) == Tls.IMPLICIT) {
      if (section.has(STARTTLS)) {
        throw section.error(STARTTLS, "has no place where tls is implicit, which encrypts from the start; take it away");
      }
      return Encryption.IMPLICIT;
    }
    return switch (section.choice(STARTTLS, StartTls.class, StartTls.REQUIRED)) {
      case REQUIRED -> Encryption.REQUIRED;
      case OPTIONAL -> Encryption.OPTIONAL;
      case OFF -> Encryption.OFF;
    };
  }

  private static int port(Section section, int usual) {
    return section.integer("port", usual, 1, 65_535);
  }

  private static @Nullable Login login(Section section) {
    String username = section.text("username");
    Secret password = section.secret(PASSWORD);
    if ((username == null) != (password == null)) {
      throw section.error(
          username == null ? "password is given without username" : "username is given without password, or password_file");
    }
    return username == null || password == null ? null : new Login(username, password);
  }

  private static InternetAddress address(Section section, String key, String text) {
    try {
      var address = new InternetAddress(text, true);
      if (!address.getAddress().contains("@") || address.isGroup()) {
        throw new AddressException("no domain");
      }
      return address;
    } catch (AddressException e) {
      throw section.error(key, "is no address: " + text + "; write it like desk@newsroom.example");
    }
  }

  @Override
  public Optional<Receiver> open() {
    return Optional.of(new EmailReceiver(name, from, to, new Rate(messagesPerSecond), new SmtpCaller(this)));
  }
}
