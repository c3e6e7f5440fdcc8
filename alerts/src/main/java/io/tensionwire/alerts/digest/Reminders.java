package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.route.Unacknowledged;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is told again of a critical alert that nobody acknowledged: once, to the receiver that its route names. */
final class Reminders {

  /** Later than that it is no alarm any more. */
  static final Duration LATEST = Duration.ofHours(12);

  /** These change or end what was told: a reminder of it has been given or is not needed. */
  private static final Set<@Nullable AlertKind> NO_ALARM = EnumSet.of(
      AlertKind.UPDATED, AlertKind.CLOSED, AlertKind.CORROBORATED, AlertKind.CORRECTED, AlertKind.DEESCALATED);

  private final Routing routing;
  private final Told told;
  private final Acknowledgements acknowledgements;
  private final AlertLines lines;

  Reminders(Routing routing, Told told, Acknowledgements acknowledgements, AlertLines lines) {
    this.routing = routing;
    this.told = told;
    this.acknowledgements = acknowledgements;
    this.lines = lines;
  }

  /**
   * The reminders whose time has come.
   *
   * @param known whether such a delivery is on record
   */
  List<Draft> due(Instant now, Predicate<Delivery> known) {
    Map<String, Draft> due = new LinkedHashMap<>();
    for (Waiting each : told.all()) {
      Unacknowledged terms = terms(each);
      if (terms == null) {
        continue;
      }
      Instant at = each.delivery().updatedAt().plus(terms.after());
      if (!at.isAfter(now) && at.plus(LATEST).isAfter(now) && !acknowledgements.seen(each.alert())) {
        Draft draft = draft(each.alert(), each.delivery().alertOffset(), terms, now);
        if (!known.test(draft.delivery())) {
          due.putIfAbsent(Held.key(draft.delivery()), draft);
        }
      }
    }
    return List.copyOf(due.values());
  }

  /** A reminder that stood pending in the ledger; {@code null} where its alert is not known any more. */
  @Nullable Draft again(NoticeId id, Delivery pending, Instant now) {
    return told.all().stream().filter(each -> each.alert().id().equals(id.of())).map(each -> {
      Unacknowledged terms = terms(each);
      if (terms == null) {
        return null;
      }
      Draft draft = draft(each.alert(), pending.alertOffset(), terms, now);
      boolean inItsPlace = !terms.tell().equals(pending.receiver());
      return (inItsPlace ? draft.at(pending.receiver(), now) : draft).with(pending);
    }).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private @Nullable Unacknowledged terms(Waiting each) {
    Alert alert = each.alert();
    if (alert.severity() != Severity.CRITICAL || NO_ALARM.contains(alert.kind())
        || each.delivery().state() != DeliveryState.DELIVERED) {
      return null;
    }
    Destination destination = routing.destination(alert, each.delivery().receiver());
    return destination == null ? null : destination.unacknowledged();
  }

  private Draft draft(Alert alert, long alertOffset, Unacknowledged terms, Instant now) {
    NoticeId id = NoticeId.again(alert.id());
    List<NoticeLine> text = new ArrayList<>();
    text.add(lines.line(alert, 1, "", now));
    for (Waiting each : told.all()) {
      if (each.alert().id().equals(alert.id()) && each.delivery().state() == DeliveryState.DELIVERED) {
        text.add(NoticeLine.of("told at " + each.delivery().receiver() + " " + lines.time(each.delivery().updatedAt(), now)));
      }
    }
    var notice = new Notice(
        id.toString(), "Nobody has acknowledged this for " + inWords(terms.after()), text, 0, terms.mention());
    return Draft.of(
        id, terms.tell(), notice, Severity.CRITICAL, alert.storyId(), alert.watchId(), alertOffset, now);
  }

  private static String inWords(Duration after) {
    long minutes = after.toMinutes();
    return minutes < 1 ? after.toSeconds() + " seconds" : minutes == 1 ? "a minute" : minutes + " minutes";
  }
}
