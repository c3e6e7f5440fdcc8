package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to a receiver, as the ledger and the queues take it.
 *
 * @param about an alert that says how much it matters and since when it is tried; never shown
 */
record Draft(Notice notice, Delivery delivery, Alert about) {

  private static final String UNREAD = "unread";

  /**
   * One that is told for the first time.
   *
   * @param storyId of the one story that it is about
   * @param alertOffset of the last alert that it tells of; -1 where it tells of none
   */
  static Draft of(
      NoticeId id, String receiver, Notice notice, Severity severity, @Nullable String storyId, String watchId,
      long alertOffset, Instant now) {
    var delivery = new Delivery(
        id.toString(), receiver, storyId, watchId, null, DeliveryState.PENDING, null, 0, null, null, null, alertOffset,
        now);
    return new Draft(notice, delivery, about(id, notice, severity, watchId, now));
  }

  /** One that stood pending in the ledger. */
  Draft with(Delivery pending) {
    return new Draft(notice, pending, about);
  }

  /** The same for another receiver, to whom the words for a person mean nothing. */
  Draft at(String receiver, Instant now) {
    var quiet = new Notice(notice.id(), notice.title(), notice.lines(), notice.more(), null);
    var there = new Delivery(
        delivery.alertId(), receiver, delivery.storyId(), delivery.watchId(), null, DeliveryState.PENDING, null, 0,
        null, null, null, delivery.alertOffset(), now);
    return new Draft(quiet, there, about);
  }

  Waiting waiting(boolean leftBehind) {
    return new Waiting(about, delivery, null, leftBehind);
  }

  /** In the place of an alert that has not been read again yet. */
  static Alert unread(Delivery delivery) {
    return stand(delivery.alertId(), UNREAD, delivery.watchId(), Severity.NOTICE, "", delivery.updatedAt());
  }

  static boolean isUnread(Alert alert) {
    return alert.subject().equals(UNREAD);
  }

  private static Alert about(NoticeId id, Notice notice, Severity severity, String watchId, Instant now) {
    return stand(id.toString(), "notice/" + id, watchId, severity, notice.title(), now);
  }

  private static Alert stand(
      String id, String subject, String watchId, Severity severity, String headline, Instant at) {
    return new Alert(
        id, null, subject, null, watchId, "", severity, Confidence.SINGLE, null, headline, null, "", Language.OTHER,
        Genre.OTHER, List.of(), List.of(), 0, 0, List.of(), null, null, null, at, at);
  }
}
