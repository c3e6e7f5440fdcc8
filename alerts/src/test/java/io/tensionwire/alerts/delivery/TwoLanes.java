package io.tensionwire.alerts.delivery;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Lane;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.model.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receiver with limits as a chat has them, one a second for messages, two for edits. It is told nothing. */
final class TwoLanes implements Receiver {

  private final @Nullable String account;

  TwoLanes() {
    this(null);
  }

  /** @param account whose edits count together */
  TwoLanes(@Nullable String account) {
    this.account = account;
  }

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
  public List<Lane> lanes(Alert alert) {
    var messages = new Lane("messages", rate());
    var edits = new Lane("edits", new Rate(2), account);
    return switch (alert.kind()) {
      case UPDATED -> List.of(edits);
      case ESCALATED -> List.of(edits, messages);
      case null, default -> List.of(messages);
    };
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
