package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Lane;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;

/** A receiver with limits as a chat has them, one a second for messages, two for edits. It is told nothing. */
final class TwoLanes implements Receiver {
  @Override
  public String name() {
    return "desk";
  }

  @Override
  public boolean showsEdits() {
    return true;
  }

  @Override
  public Rate rate() {
    return new Rate(1);
  }

  @Override
  public Lane lane(Alert alert) {
    return alert.kind() == AlertKind.UPDATED ? new Lane("edits", new Rate(2)) : new Lane("messages", rate());
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    throw new UnsupportedOperationException("nobody is told here");
  }

  @Override
  public Outcome send(Notice notice) {
    throw new UnsupportedOperationException("nobody is told here");
  }
}
