package io.tensionwire.alerts.feedback;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Signal;
import io.tensionwire.model.SignalFeedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts, for each signal, the alerts that were told and what readers made of them. The counts follow from what stands on
 * the topics, in whatever order the three were read. For several threads.
 */
final class SignalTally {

  /** What is known of one alert; the pieces come in any order. */
  private static final class Case {
    private @Nullable String watchId;
    private Set<String> signals = Set.of();
    private boolean edit;
    private @Nullable Instant toldAt;
    private final Map<String, Feedback> byUser = new TreeMap<>();

    private boolean counts() {
      return watchId != null && (toldAt != null && !edit || !byUser.isEmpty());
    }

    private boolean says(String verdict, String signal) {
      return byUser.values().stream().anyMatch(feedback -> feedback.verdict().equals(verdict)
          && (feedback.signalIds().isEmpty() || feedback.signalIds().contains(signal)));
    }

    private Instant lastAt() {
      return Stream.concat(Stream.ofNullable(toldAt), byUser.values().stream().map(Feedback::at))
          .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
  }

  private final Map<String, Case> cases = new HashMap<>();
  private boolean changed;

  synchronized void raised(Alert alert) {
    Case known = of(alert.id());
    known.watchId = alert.watchId();
    known.signals = alert.signals().stream().map(Signal::id).collect(Collectors.toSet());
    known.edit = alert.kind() == AlertKind.UPDATED || alert.kind() == AlertKind.CLOSED;
  }

  synchronized void settled(Delivery delivery) {
    if (delivery.state() == DeliveryState.DELIVERED) {
      Case known = of(delivery.alertId());
      Instant before = known.toldAt;
      known.toldAt = before == null || delivery.updatedAt().isAfter(before) ? delivery.updatedAt() : before;
    }
  }

  synchronized void answered(Feedback feedback) {
    of(feedback.alertId()).byUser.put(feedback.user(), feedback);
  }

  /** Whether anything was heard since this was asked last. */
  synchronized boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Each signal that was told or answered to, in the order of their keys. */
  synchronized List<SignalFeedback> rows() {
    Map<String, List<Case>> bySignal = new TreeMap<>();
    for (Case each : cases.values()) {
      if (each.counts()) {
        each.signals.forEach(signal ->
            bySignal.computeIfAbsent(each.watchId + "/" + signal, key -> new ArrayList<>()).add(each));
      }
    }
    return bySignal.entrySet().stream().map(entry -> {
      List<Case> those = entry.getValue();
      String watch = String.valueOf(those.getFirst().watchId);
      String signal = entry.getKey().substring(watch.length() + 1);
      return SignalFeedback.of(
          watch, signal, those.size(),
          (int) those.stream().filter(each -> each.says(Verdict.NOT_RELEVANT, signal)).count(),
          (int) those.stream().filter(each -> each.says(Verdict.ACKNOWLEDGED, signal)).count(),
          those.stream().map(Case::lastAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH));
    }).toList();
  }

  private Case of(String alertId) {
    changed = true;
    return cases.computeIfAbsent(alertId, id -> new Case());
  }
}
