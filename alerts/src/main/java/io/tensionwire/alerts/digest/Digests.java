package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One message for each receiver with all that was held back for it. Which alerts a digest tells of follows from its
 * delivery and from theirs, so that nobody has to remember it.
 */
final class Digests {

  private final Held held;
  private final AlertLines lines;

  Digests(Held held, AlertLines lines) {
    this.held = held;
    this.lines = lines;
  }

  /**
   * The digests whose time has come.
   *
   * @param free whether a receiver can be told one now: it is on, and none is under way to it
   */
  List<Draft> due(Instant now, Predicate<String> free) {
    Set<String> receivers = new TreeSet<>();
    for (Waiting waiting : held.all()) {
      if (!Held.until(waiting).isAfter(now) && free.test(waiting.delivery().receiver())) {
        receivers.add(waiting.delivery().receiver());
      }
    }
    List<Draft> due = new ArrayList<>();
    for (String receiver : receivers) {
      List<Waiting> told = held.until(receiver, now, Long.MAX_VALUE);
      Instant until = told.stream().map(Held::until).max(Comparator.naturalOrder()).orElse(now);
      due.add(draft(NoticeId.digest(until), receiver, told, now));
    }
    return due;
  }

  /** A digest that stood pending in the ledger; {@code null} where nothing is left that it would tell. */
  @Nullable Draft again(NoticeId id, Delivery pending, Instant now) {
    List<Waiting> told = members(pending);
    return told.isEmpty() ? null : draft(id, pending.receiver(), told, now).with(pending);
  }

  /** What became of the alerts in a digest, now that its own end is known. */
  List<Waiting> settled(Delivery digest) {
    if (digest.state() == DeliveryState.PENDING) {
      return List.of();
    }
    String why = digest.reason();
    String reason = digest.state() == DeliveryState.DELIVERED ? Reason.DIGEST.with(null) : Reason.DIGEST.with(why);
    return members(digest).stream().map(waiting -> waiting.with(after(waiting.delivery(), digest, reason))).toList();
  }

  /** The alerts that a digest tells. */
  List<Waiting> members(Delivery digest) {
    NoticeId id = NoticeId.of(digest);
    Instant until = id == null ? null : id.at();
    return until == null ? List.of() : held.until(digest.receiver(), until, digest.alertOffset());
  }

  private Draft draft(NoticeId id, String receiver, List<Waiting> told, Instant now) {
    List<Alert> alerts = told.stream().map(Waiting::alert).toList();
    Severity severity = alerts.stream().map(Alert::severity).max(Comparator.naturalOrder()).orElse(Severity.NOTICE);
    List<NoticeLine> each = lines.lines(alerts, story -> "", now);
    String stories = each.size() == alerts.size() ? "" : " about " + each.size() + (each.size() == 1 ? " story" : " stories");
    String title = "Digest: " + alerts.size() + (alerts.size() == 1 ? " alert" : " alerts") + stories + why(told)
        + " since " + lines.time(told.getFirst().delivery().updatedAt(), now);
    long last = told.getLast().delivery().alertOffset();
    return Draft.of(id, receiver, new Notice(id.toString(), title, each), severity, null, "", last, now);
  }

  /** ", muted (nights)", ", in place of desk". */
  private static String why(List<Waiting> told) {
    String names = details(told, Reason.MUTED);
    String others = details(told, Reason.AWAITS_DIGEST);
    return (names.isEmpty() ? "" : ", muted (" + names + ")") + (others.isEmpty() ? "" : ", " + others);
  }

  private static String details(List<Waiting> told, Reason reason) {
    String before = reason.with("");
    return told.stream().map(waiting -> String.valueOf(waiting.delivery().reason()))
        .filter(text -> text.startsWith(before)).map(text -> text.substring(before.length()))
        .distinct().sorted().collect(Collectors.joining(", "));
  }

  private static Delivery after(Delivery from, Delivery digest, String reason) {
    return new Delivery(
        from.alertId(), from.receiver(), from.storyId(), from.watchId(), from.kind(), digest.state(), reason,
        digest.attempts(), null, null, null, from.alertOffset(), digest.updatedAt());
  }
}
