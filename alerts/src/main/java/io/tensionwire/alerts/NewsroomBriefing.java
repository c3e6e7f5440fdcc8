package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Briefing;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import java.time.ZoneId;

/** Puts together what a receiver is told: the message, whom it wakes, and what was told of the story before. */
record NewsroomBriefing(ZoneId zone) implements Briefing {

  @Override
  public Dispatch of(Waiting waiting) {
    return new Dispatch(
        waiting.alert(), Message.of(waiting.alert(), zone), null, null, waiting.leftBehind());
  }
}
