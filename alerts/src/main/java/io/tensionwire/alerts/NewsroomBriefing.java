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

  static NewsroomBriefing of(AlertsConfig config, Function<Alert, Surroundings> surroundings) {
    return new NewsroomBriefing(config.route(), config.zone(), config.templates(), surroundings);
  }

  @Override
  public Dispatch of(Waiting waiting) {
    Alert alert = waiting.alert();
    Destination destination = route.destination(alert, waiting.delivery().receiver());
    return new Dispatch(
        alert, Message.of(alert, zone, templates, surroundings.apply(alert)), null,
        destination == null ? null : destination.mention(), waiting.leftBehind());
  }
}
