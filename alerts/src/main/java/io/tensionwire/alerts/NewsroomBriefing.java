package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.WireName;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what a receiver is told: the message, whom it wakes, and what was told of the story before. */
record NewsroomBriefing(Route route, ZoneId zone, StoryThreads threads, Map<String, Receiver> receivers)
    implements Briefing {

  @Override
  public Dispatch of(Waiting waiting) {
    Alert alert = waiting.alert();
    String receiver = waiting.delivery().receiver();
    Destination destination = route.destination(alert, receiver);
    StoryThread thread = threads.of(receiver, alert, waiting.delivery().alertOffset(), zone);
    // Another alert of its story may have begun the thread, and nobody knows.
    boolean mayBeTold = waiting.leftBehind() || thread == null && threads.mayHaveBegun(receiver, alert);
    return new Dispatch(
        alert, Message.of(alert, zone), thread, destination == null ? null : destination.mention(), mayBeTold);
  }

  /** An edit of what this receiver was never told. */
  @Override
  public @Nullable String revoked(Waiting waiting) {
    Alert alert = waiting.alert();
    Receiver receiver = receivers.get(waiting.delivery().receiver());
    boolean edit = alert.kind() == AlertKind.UPDATED || alert.kind() == AlertKind.CLOSED;
    return edit && receiver != null && receiver.keepsThreads() && !threads.knows(receiver.name(), alert)
        ? WireName.of(Reason.NOTHING_TO_EDIT)
        : null;
  }
}
