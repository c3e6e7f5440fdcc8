package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was settled lately, by the alert: told, or failed. */
final class Told {

  /** Beyond it the oldest are forgotten: a hand-over of more is read by nobody. */
  private static final int MOST = 20_000;

  private final Duration remembered;
  private final Map<String, Waiting> byKey = new LinkedHashMap<>();
  private @Nullable Instant lastAt;
  private Instant prunedAt = Instant.MIN;

  Told(Duration remembered) {
    this.remembered = remembered;
  }

  static boolean isNews(Delivery delivery) {
    return (delivery.state() == DeliveryState.DELIVERED || delivery.state() == DeliveryState.FAILED)
        && NoticeId.of(delivery) == null;
  }

  /** That something was told at some time, be it long ago. */
  void at(Delivery delivery) {
    if (delivery.state() == DeliveryState.DELIVERED && NoticeId.of(delivery) == null
        && (lastAt == null || delivery.updatedAt().isAfter(lastAt))) {
      lastAt = delivery.updatedAt();
    }
  }

  void note(Waiting settled) {
    at(settled.delivery());
    if (isNews(settled.delivery())) {
      byKey.put(Held.key(settled.delivery()), light(settled));
      prune(settled.delivery().updatedAt());
    }
  }

  boolean isRecent(Delivery delivery, Instant now) {
    return delivery.updatedAt().isAfter(now.minus(remembered));
  }

  /** When anything was last told; {@code null}: never. */
  @Nullable Instant lastAt() {
    return lastAt;
  }

  Collection<Waiting> all() {
    return byKey.values();
  }

  /** What was settled from one moment to before the other. */
  List<Waiting> between(Instant from, Instant to, DeliveryState state) {
    List<Waiting> between = new ArrayList<>();
    for (Waiting each : byKey.values()) {
      Instant at = each.delivery().updatedAt();
      if (each.delivery().state() == state && !at.isBefore(from) && at.isBefore(to)) {
        between.add(each);
      }
    }
    return between;
  }

  /** Of several receivers each alert once. */
  static List<Alert> alerts(List<Waiting> settled) {
    Map<String, Alert> alerts = new LinkedHashMap<>();
    settled.forEach(each -> alerts.putIfAbsent(each.alert().id(), each.alert()));
    return List.copyOf(alerts.values());
  }

  /** What a line needs. Of the few that are critical the route is asked again: it may look at signals. */
  private static Waiting light(Waiting settled) {
    Alert a = settled.alert();
    return a.severity() == Severity.CRITICAL ? settled : new Waiting(
        new Alert(
            a.id(), a.kind(), a.subject(), a.storyId(), a.watchId(), a.watchVersion(), a.severity(), a.confidence(),
            a.polarity(), a.headline(), a.url(), a.outlet(), a.language(), a.genre(), a.directions(), List.of(),
            a.articleCount(), a.outletCount(), List.of(), null, null, null, a.eventAt(), a.raisedAt()),
        settled.delivery(), null);
  }

  private void prune(Instant now) {
    if (byKey.size() > MOST) {
      byKey.remove(byKey.keySet().iterator().next());
    }
    if (prunedAt.isBefore(now.minus(Duration.ofMinutes(5)))) {
      prunedAt = now;
      byKey.values().removeIf(each -> !isRecent(each.delivery(), now));
    }
  }
}
