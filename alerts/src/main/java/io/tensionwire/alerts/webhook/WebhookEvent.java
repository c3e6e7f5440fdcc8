package io.tensionwire.alerts.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Json;
import io.tensionwire.model.WireName;
import java.time.Instant;

/**
 * What is posted: the form that the specification asks for, under 20 kB whatever the alert holds. Fields may be added;
 * none is taken away or renamed.
 *
 * @param type {@code alert.opened}, {@code alert.escalated} and so on, or {@code notice}
 * @param timestamp when it was raised
 */
record WebhookEvent(String type, Instant timestamp, Object data) {

  static final int MOST_BYTES = 20_000;

  /** An alert; what it rests on is left out bit by bit where it would be too long. */
  static byte[] json(Alert alert, Message message) {
    AlertKind kind = alert.kind();
    String type = kind == null ? "alert" : "alert." + WireName.of(kind);
    int evidence = Message.MOST_EVIDENCE;
    for (int sources = AlertData.MOST_SOURCES; ; sources /= 2) {
      byte[] json = Json.write(new WebhookEvent(type, alert.raisedAt(), AlertData.of(alert, message, evidence, sources)))
          .getBytes(UTF_8);
      if (json.length < MOST_BYTES || (sources == 0 && evidence == 0)) {
        return json;
      }
      if (sources == 0) {
        evidence--;
      }
    }
  }

  /** A notice, in as many lines as there is room for. */
  static byte[] json(Notice notice, Instant at) {
    for (int lines = notice.lines().size(); ; lines--) {
      byte[] json = Json.write(new WebhookEvent("notice", at, notice.inLines(lines))).getBytes(UTF_8);
      if (json.length < MOST_BYTES || lines == 0) {
        return json;
      }
    }
  }
}
