package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.digest.Schedule;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.WireName;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what a receiver is told: the message, whom it wakes, and what was told of the story before. */
record NewsroomBriefing(
    Routing routing, ZoneId zone, Templates templates, Function<Alert, Surroundings> surroundings, Schedule schedule,
    Silences silences, StoryThreads threads, Map<String, Receiver> receivers, Clock clock) implements Briefing {

  @Override
  public Dispatch of(Waiting waiting) {
    Alert alert = waiting.alert();
    String receiver = waiting.delivery().receiver();
    StoryThread thread = threads.of(
        receiver, alert, waiting.delivery().alertOffset(), this::message, told -> wakes(told, receiver));
    // Another alert of its story may have begun the thread, and nobody knows.
    boolean mayBeTold = waiting.leftBehind() || thread == null && threads.mayHaveBegun(receiver, alert);
    Message message = message(alert);
    return new Dispatch(
        alert, !isEdit(alert) && isToBeMarked(waiting) ? message.asRepeat() : message, thread, wakes(alert, receiver),
        mayBeTold);
  }

  private @Nullable String wakes(Alert alert, String receiver) {
    Destination destination = routing.destination(alert, receiver);
    return destination == null ? null : destination.wakes(alert);
  }

  /** Whether its reader may have it already, and could not know. An edit says the same twice, which does no harm. */
  private boolean isToBeMarked(Waiting waiting) {
    Receiver receiver = receivers.get(waiting.delivery().receiver());
    return waiting.leftBehind() && receiver != null && !receiver.recognisesRepeats();
  }

  private Message message(Alert alert) {
    return Message.of(alert, zone, templates, surroundings.apply(alert));
  }

  @Override
  public @Nullable Notice notice(Waiting waiting) {
    Notice notice = schedule.notice(waiting.delivery());
    return notice != null && isToBeMarked(waiting) ? notice.asRepeat() : notice;
  }

  /** A silence that came since it was routed, or an edit of what was never told. */
  @Override
  public @Nullable String revoked(Waiting waiting) {
    if (Schedule.isNotice(waiting.delivery())) {
      return null;
    }
    // What may have been told already is told to its end.
    String silence = waiting.leftBehind() ? null : silences.silencing(waiting.alert(), clock.instant());
    if (silence != null) {
      return Reason.SILENCED.with(silence);
    }
    return hasNothingToEdit(waiting) ? WireName.of(Reason.NOTHING_TO_EDIT) : null;
  }

  private boolean hasNothingToEdit(Waiting waiting) {
    Alert alert = waiting.alert();
    Receiver receiver = receivers.get(waiting.delivery().receiver());
    return isEdit(alert) && receiver != null && receiver.keepsThreads() && !threads.knows(receiver.name(), alert);
  }

  private static boolean isEdit(Alert alert) {
    return alert.kind() == AlertKind.UPDATED || alert.kind() == AlertKind.CLOSED;
  }
}
