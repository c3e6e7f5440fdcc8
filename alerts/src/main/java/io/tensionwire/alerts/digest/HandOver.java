package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one shift hands over to the next, and a sign of life: what was told, what is still in trouble, how many feeds are
 * watched. It is told when nothing happened, too.
 */
final class HandOver {

  private static final String NOT_ACKNOWLEDGED = "NOT ACKNOWLEDGED";

  private final ShiftsConfig shifts;
  private final ZoneId zone;
  private final Told told;
  private final Acknowledgements acknowledgements;
  private final Watchfulness watchfulness;
  private final AlertLines lines;

  HandOver(
      ShiftsConfig shifts, ZoneId zone, Told told, Acknowledgements acknowledgements, Watchfulness watchfulness,
      AlertLines lines) {
    this.shifts = shifts;
    this.zone = zone;
    this.told = told;
    this.acknowledgements = acknowledgements;
    this.watchfulness = watchfulness;
    this.lines = lines;
  }

  /** The end of the last shift. */
  Instant lastEnd(Instant now) {
    return shifts.at().last(now, zone);
  }

  String receiver() {
    return shifts.tell();
  }

  /**
   * What the shift that ended then hands over.
   *
   * @param pending all deliveries that are pending at the moment
   */
  Draft draft(Instant end, Collection<Delivery> pending, Instant now) {
    NoticeId id = NoticeId.shift(end);
    Instant begin = shifts.at().last(end.minusMillis(1), zone);
    List<Alert> alerts = Told.alerts(told.between(begin, end, DeliveryState.DELIVERED));
    List<NoticeLine> text = new ArrayList<>(troubles(pending, told.between(begin, end, DeliveryState.FAILED)));
    text.addAll(watchfulness.blindInALine());
    List<NoticeLine> stories = lines.lines(alerts, this::note, end);
    // Trouble is short and comes last, but must not be cut off.
    int room = Math.max(1, Notice.MOST_LINES - text.size());
    List<NoticeLine> all = new ArrayList<>(stories.subList(0, Math.min(room, stories.size())));
    all.addAll(text);
    String title = "Shift from " + lines.time(begin, end) + " to " + lines.time(end, end) + ": "
        + (stories.isEmpty() ? "" : stories.size() + (stories.size() == 1 ? " story" : " stories") + " told, ")
        + watchfulness.heartbeat() + since(stories.isEmpty(), end);
    Severity severity = alerts.stream().map(Alert::severity).max(Severity::compareTo).orElse(Severity.NOTICE);
    var notice = new Notice(id.toString(), title, all, Math.max(0, stories.size() - room), null);
    return Draft.of(id, receiver(), notice, severity, null, "", -1, now);
  }

  private String since(boolean nothingToldInThisShift, Instant end) {
    Instant last = told.lastAt();
    return last == null ? ", nothing told yet"
        : (nothingToldInThisShift ? ", nothing since " : ", last told ") + lines.time(last, end);
  }

  private String note(List<Alert> story) {
    return story.stream().anyMatch(alert -> alert.severity() == Severity.CRITICAL && !acknowledgements.seen(alert))
        ? NOT_ACKNOWLEDGED : "";
  }

  private static List<NoticeLine> troubles(Collection<Delivery> pending, List<Waiting> failed) {
    List<NoticeLine> troubles = new ArrayList<>();
    Map<String, List<Delivery>> tried = pending.stream()
        .filter(delivery -> delivery.attempts() > 0)
        .collect(Collectors.groupingBy(Delivery::receiver, TreeMap::new, Collectors.toList()));
    tried.forEach((receiver, waiting) -> troubles.add(new NoticeLine(
        "⚠", receiver + " still fails: " + waiting.size() + " waiting, " + waiting.getLast().reason(), null)));
    Map<String, List<Delivery>> lost = failed.stream().map(Waiting::delivery)
        .collect(Collectors.groupingBy(Delivery::receiver, TreeMap::new, Collectors.toList()));
    lost.forEach((receiver, not) -> troubles.add(new NoticeLine(
        "⚠", not.size() + " not told at " + receiver + ": " + not.getLast().reason(), null)));
    return troubles;
  }
}
