package io.tensionwire.alerts.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message with an id of ours, that knows whether all of it went out: before that no server can have taken it. */
final class OwnIdMessage extends MimeMessage {

  private final String id;
  private volatile boolean wentOut;

  OwnIdMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    super.writeTo(out, ignored);
    wentOut = true;
  }

  boolean wentOut() {
    return wentOut;
  }
}
