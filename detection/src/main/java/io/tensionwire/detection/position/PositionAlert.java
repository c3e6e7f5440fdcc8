package io.tensionwire.detection.position;

import io.tensionwire.detection.watch.PositionRule;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Id;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Position;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of an alert about a position: {@code South Korea, lethal arms: none → under review}. */
final class PositionAlert {

  private static final String BY_OFFICIAL = "official";

  private PositionAlert() {}

  /** Its id is that of the change on its day, so that copies, other languages and a replay tell it once. */
  static Alert changed(Statement statement, Position before, Position now, Detection detection, Instant raisedAt) {
    Signal evidence = statement.evidence();
    String who = evidence.speaker() == null ? "" : "said by " + evidence.speaker() + ", ";
    String reason = (statement.by() == PositionRule.By.DECISION ? "a decision, " : who) + "reported by "
        + detection.outlet() + ": “" + evidence.sentence() + "”";
    String id = Id.of(
        "position", now.watchId(), now.party(), now.position(), worded(before), worded(now),
        now.since().atZone(ZoneOffset.UTC).toLocalDate().toString());
    Severity said = detection.severity();
    return alert(
        id, statement.rule(), before, now, said == null || said.compareTo(Severity.HIGH) < 0 ? Severity.HIGH : said,
        evidence.polarity(), List.of(evidence), reason, detection, detection.eventAt(), raisedAt);
  }

  static Alert takenBack(
      PositionRule rule, Position wrong, Position again, Detection detection, Instant raisedAt) {
    String id = Id.of(
        "position", "taken-back", again.watchId(), again.party(), again.position(), wrong.value(), again.value(),
        detection.articleId(), Integer.toString(detection.revision()));
    String reason = detection.outlet() + " corrected itself " + after(Duration.between(wrong.since(), detection.fetchedAt()))
        + ": its report no longer says " + worded(wrong) + ", and nobody else does; " + worded(again) + " as before";
    // It is corrected now, whenever it was said.
    return alert(
        id, rule, wrong, again, Severity.HIGH, null, List.of(), reason, detection, detection.fetchedAt(), raisedAt);
  }

  private static Alert alert(
      String id, PositionRule rule, Position before, Position now, Severity severity, @Nullable Polarity polarity,
      List<Signal> signals, String reason, Detection detection, Instant eventAt, Instant raisedAt) {
    String party = Stream.of(now.party().split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining(" "));
    String direction = signals.isEmpty() ? null : signals.getFirst().direction();
    var source = new Source(
        detection.articleId(), detection.revision(), detection.title(), detection.url(), detection.outlet(),
        detection.language(), detection.publishedAt());
    return new Alert(
        id, AlertKind.POSITION, String.join("/", "position", now.watchId(), now.party(), now.position()), null,
        now.watchId(), detection.watchVersion(), severity,
        BY_OFFICIAL.equals(now.by()) ? Confidence.OFFICIAL : Confidence.SINGLE, polarity,
        party + ", " + rule.name() + ": " + worded(before) + " → " + worded(now), detection.url(), detection.outlet(),
        detection.language(), detection.genre(), direction == null ? List.of() : List.of(direction), signals, 1, 1,
        List.of(source), worded(before), worded(now), reason, eventAt, raisedAt);
  }

  /** {@code under review}, {@code in force (1,402)}. */
  private static String worded(Position position) {
    Integer count = position.count();
    return position.value().replace('-', ' ')
        + (count == null ? "" : String.format(Locale.ENGLISH, " (%,d)", count));
  }

  private static String after(Duration time) {
    return time.toHours() < 1 ? "within the hour" : "after " + time.toHours() + (time.toHours() == 1 ? " hour" : " hours");
  }
}
