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
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.model.Alert;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what a receiver is told: the message, whom it wakes, and what was told of the story before. */
record NewsroomBriefing(
    Routing routing, ZoneId zone, Templates templates, Function<Alert, Surroundings> surroundings, Schedule schedule,
    Silences silences, Clock clock) implements Briefing {

  @Override
  public Dispatch of(Waiting waiting) {
    Destination destination = routing.destination(waiting.alert(), waiting.delivery().receiver());
    return new Dispatch(
        waiting.alert(), Message.of(waiting.alert(), zone, templates, surroundings.apply(waiting.alert())), null,
        destination == null ? null : destination.wakes(waiting.alert()), waiting.leftBehind());
  }

  @Override
  public @Nullable Notice notice(Waiting waiting) {
    return schedule.notice(waiting.delivery());
  }

  /** A silence that came since it was routed; what may have been told already is told to its end. */
  @Override
  public @Nullable String revoked(Waiting waiting) {
    String silence = waiting.leftBehind() || Schedule.isNotice(waiting.delivery())
        ? null : silences.silencing(waiting.alert(), clock.instant());
    return silence == null ? null : Reason.SILENCED.with(silence);
  }
}
