package io.tensionwire.alerts.delivery;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Id;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts that tell of a receiver's death and return. */
public final class Obituary {

  private static final String SUBJECT = "coverage/receiver/";

  private Obituary() {}

  /** @param deputy who tells its alerts meanwhile; {@code null}: nobody, they wait */
  public static Alert died(String receiver, Instant since, String problem, @Nullable String deputy, Instant now) {
    return alert(
        Id.of("receiver", receiver, "dead", since.toString()), receiver, Severity.HIGH,
        "Receiver " + receiver + " is dead: " + problem, "answers", "does not answer since " + since.truncatedTo(ChronoUnit.SECONDS),
        deputy == null
            ? "its alerts wait until it answers, or the time for trying is over"
            : "its alerts are told through " + deputy + " meanwhile",
        now);
  }

  public static Alert returned(String receiver, Death death, Instant now) {
    return alert(
        Id.of("receiver", receiver, "back", death.alertId()), receiver, Severity.NOTICE,
        "Receiver " + receiver + " answers again", "did not answer, found at " + death.foundAt().truncatedTo(ChronoUnit.SECONDS), "answers",
        "what waited for it is told now", now);
  }

  /** The receiver that an alert is about, {@code null} where it is about something else. */
  public static @Nullable String receiverOf(Alert alert) {
    return alert.subject().startsWith(SUBJECT) ? alert.subject().substring(SUBJECT.length()) : null;
  }

  private static Alert alert(
      String id, String receiver, Severity severity, String headline, String before, String after, String reason,
      Instant now) {
    return new Alert(
        id, AlertKind.COVERAGE, SUBJECT + receiver, null, "", "", severity, Confidence.OFFICIAL, null, headline, null, "",
        Language.EN, Genre.OTHER, List.of(), List.of(), 0, 0, List.of(), before, after, reason, now, now);
  }
}
