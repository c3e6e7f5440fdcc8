package io.tensionwire.standalone.proof;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import io.tensionwire.standalone.proof.ChaosNewsroom.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the ledger says of each alert at each receiver. */
final class ChaosLedger {

  private final Map<String, List<Delivery>> lines = new TreeMap<>();
  private final List<String> notTerminal = new ArrayList<>();
  private final Map<String, Integer> states = new TreeMap<>();
  private int attempts;

  private ChaosLedger() {}

  static ChaosLedger read(KafkaSettings kafka) {
    var ledger = new ChaosLedger();
    try (var reader = new TopicReader<>(kafka, "chaos-ledger", kafka.topics().deliveries(), Duration.ofSeconds(30))) {
      reader.readValuesToEnd(line ->
          ledger.lines.computeIfAbsent(line.alertId() + "/" + line.receiver(), key -> new ArrayList<>()).add(line));
    }
    return ledger;
  }

  /** Whether every alert is in a final state at every receiver. */
  boolean settled(List<Alert> alerts, List<Desk> desks) {
    return alerts.stream().allMatch(alert -> desks.stream().allMatch(desk -> {
      List<Delivery> history = history(alert, desk);
      return !history.isEmpty() && history.getLast().state() != DeliveryState.PENDING;
    }));
  }

  List<Delivery> history(Alert alert, Desk desk) {
    return lines.getOrDefault(key(alert, desk), List.of());
  }

  static String key(Alert alert, Desk desk) {
    return alert.id() + "/" + desk.name();
  }

  /** The one final state; {@code null} where there is none, or more than one. */
  @Nullable Delivery end(Alert alert, Desk desk) {
    List<Delivery> history = history(alert, desk);
    List<Delivery> terminal = history.stream().filter(line -> line.state() != DeliveryState.PENDING).toList();
    if (terminal.size() != 1 || history.getLast().state() == DeliveryState.PENDING) {
      notTerminal.add(key(alert, desk) + " " + history.stream().map(line -> line.state() + " " + line.reason()).toList());
      return null;
    }
    Delivery end = terminal.getFirst();
    states.merge(end.receiver() + " " + end.state() + (end.reason() == null ? "" : " " + end.reason()), 1, Integer::sum);
    attempts += end.attempts();
    return end;
  }

  List<String> notTerminal() {
    return notTerminal;
  }

  void tell(Map<String, Object> figures) {
    states.forEach((state, count) -> figures.put(state.toLowerCase(Locale.ROOT), count));
    figures.put("calls that were recorded", attempts);
    figures.put("in no or more than one terminal state", notTerminal.size());
  }
}
