package io.tensionwire.alerts.thread;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One story at one receiver: the name of its message, and which alerts were told in it. */
final class ThreadState {

  /** Of a story with more, the first and the newest are remembered. */
  private static final int MOST_TOLD = 60;

  /** An alert that was told, by its place on the topic. */
  record Told(String alertId, @Nullable AlertKind kind, long offset) {

    boolean notifies() {
      return kind != AlertKind.UPDATED && kind != AlertKind.CLOSED;
    }
  }

  private final List<Told> told = new ArrayList<>();
  /** Ids of alerts that were sent without anybody knowing whether they were told. */
  private final Set<String> doubtful = new HashSet<>();
  private @Nullable String root;
  private Instant touchedAt = Instant.MIN;

  void note(Delivery delivery, boolean mayBeTold) {
    touchedAt = delivery.updatedAt();
    if (delivery.state() == DeliveryState.PENDING && mayBeTold) {
      doubtful.add(delivery.alertId());
      return;
    }
    if (delivery.state() != DeliveryState.PENDING) {
      doubtful.remove(delivery.alertId());
    }
    String thread = delivery.threadId();
    if (delivery.state() == DeliveryState.DELIVERED && thread != null) {
      // The last word counts: a thread whose root was lost goes on under another.
      root = thread;
      add(told, new Told(delivery.alertId(), delivery.kind(), delivery.alertOffset()));
    }
  }

  /** In the order in which they were raised, this one among them. */
  List<Told> toldWith(Alert alert, long offset) {
    List<Told> all = new ArrayList<>(told);
    add(all, new Told(alert.id(), alert.kind(), offset));
    return all;
  }

  private static void add(List<Told> told, Told one) {
    told.removeIf(each -> each.alertId().equals(one.alertId()));
    told.add(one);
    told.sort(Comparator.comparingLong(Told::offset));
    if (told.size() > MOST_TOLD) {
      told.remove(1);
    }
  }

  @Nullable String root() {
    return root;
  }

  boolean doubtful() {
    return !doubtful.isEmpty();
  }

  Instant touchedAt() {
    return touchedAt;
  }
}
