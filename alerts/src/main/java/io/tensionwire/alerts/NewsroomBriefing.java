package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.model.Alert;
import java.time.ZoneId;
import java.util.function.Function;

/** Puts together what a receiver is told: the message, whom it wakes, and what was told of the story before. */
record NewsroomBriefing(
    Route route, ZoneId zone, Templates templates, Function<Alert, Surroundings> surroundings) implements Briefing {

  @Override
  public Dispatch of(Waiting waiting) {
    Destination destination = route.destination(waiting.alert(), waiting.delivery().receiver());
    return new Dispatch(
        waiting.alert(), Message.of(waiting.alert(), zone, templates, surroundings.apply(waiting.alert())), null,
        destination == null ? null : destination.mention(), waiting.leftBehind());
  }
}
