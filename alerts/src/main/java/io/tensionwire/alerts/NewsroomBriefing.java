package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.WireName;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together what a receiver is told: the message, whom it wakes, and what was told of the story before. */
record NewsroomBriefing(ZoneId zone, Templates templates, Function<Alert, Surroundings> surroundings) implements Briefing {

  @Override
  public Dispatch of(Waiting waiting) {
    return new Dispatch(
        waiting.alert(), Message.of(waiting.alert(), zone, templates, surroundings.apply(waiting.alert())), null, null, mayBeTold(waiting.delivery()));
  }

  /** After an answer that was lost, and after a call that nobody recorded, for its sender may have died. */
  private static boolean mayBeTold(Delivery delivery) {
    String reason = delivery.reason();
    return reason != null
        && Stream.of(Reason.TIMED_OUT, Reason.ANSWER_LOST).map(WireName::of).anyMatch(reason::startsWith);
  }
}
