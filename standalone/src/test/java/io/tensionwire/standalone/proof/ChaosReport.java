package io.tensionwire.standalone.proof;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the chaos run found: every alert at every receiver, what the ledger says of it and what stands in its channel.
 * A message that stands there twice is explained by one thing only: a call of which nobody could know how it ended.
 */
final class ChaosReport {

  /** A message that was accepted. {@code lost}: the fake broke the connection instead of answering. */
  record Accepted(Instant at, boolean lost) {}

  /** A process was killed, or stood still from {@code from} to {@code to}. */
  record Blow(Instant from, Instant to, boolean kill) {}

  private final Map<String, List<Delivery>> lines = new TreeMap<>();
  private final Map<String, List<Accepted>> accepted = new TreeMap<>();
  private final List<Blow> blows;
  private final Map<String, Integer> duplicates = new LinkedHashMap<>(Map.of());
  private final List<String> unexplained = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> notTerminal = new ArrayList<>();
  private final Map<String, Integer> states = new TreeMap<>();
  private int attempts;

  ChaosReport(List<Delivery> ledger, Map<String, List<Accepted>> accepted, List<Blow> blows) {
    this.accepted.putAll(accepted);
    this.blows = blows;
    for (Delivery line : ledger) {
      lines.computeIfAbsent(line.alertId() + "/" + line.receiver(), key -> new ArrayList<>()).add(line);
    }
    Stream.of("lost answer", "sender killed before it recorded", "sender paused before it recorded", "not explained")
        .forEach(why -> duplicates.put(why, 0));
  }

  void judge(List<Alert> alerts, List<String> receivers) {
    for (Alert alert : alerts) {
      for (String receiver : receivers) {
        judge(alert, alert.id() + "/" + receiver);
      }
    }
  }

  private void judge(Alert alert, String key) {
    List<Delivery> history = lines.getOrDefault(key, List.of());
    List<Delivery> terminal = history.stream().filter(line -> line.state() != DeliveryState.PENDING).toList();
    List<Accepted> messages = accepted.getOrDefault(key, List.of());
    if (terminal.size() != 1 || history.getLast().state() == DeliveryState.PENDING) {
      notTerminal.add(key + " " + history.stream().map(line -> line.state() + " " + line.reason()).toList());
      return;
    }
    Delivery end = terminal.getFirst();
    states.merge(end.receiver() + " " + end.state() + (end.reason() == null ? "" : " " + end.reason()), 1, Integer::sum);
    attempts += end.attempts();
    boolean toBeTold = alert.kind() != AlertKind.UPDATED;
    if (toBeTold && (end.state() != DeliveryState.DELIVERED || messages.isEmpty())) {
      lost.add(key + " " + end.state() + " " + end.reason() + ", messages " + messages.size());
    }
    for (int i = 1; i < messages.size(); i++) {
      String why = explanation(messages.get(i - 1), messages.get(i), history, end);
      duplicates.merge(why, 1, Integer::sum);
      if (why.equals("not explained")) {
        unexplained.add(key + " at " + messages.get(i - 1).at() + " and " + messages.get(i).at() + ", recorded "
            + end.updatedAt() + " " + history.stream().map(Delivery::reason).toList());
      }
    }
  }

  private String explanation(Accepted first, Accepted second, List<Delivery> history, Delivery end) {
    boolean open = history.stream().map(Delivery::reason)
        .anyMatch(reason -> reason != null && (reason.startsWith("timed-out") || reason.startsWith("answer-lost")));
    if (first.lost() || open) {
      return "lost answer";
    }
    // A second message after the first stood on record would have no excuse: a sender that slept would have had to look.
    boolean recordedBetween = end.updatedAt().isBefore(second.at().minusMillis(500));
    for (Blow blow : blows) {
      boolean struck = !blow.to().isBefore(first.at()) && blow.from().isBefore(second.at());
      if (struck && (blow.kill() ? !recordedBetween : true)) {
        return blow.kill() ? "sender killed before it recorded" : "sender paused before it recorded";
      }
    }
    return "not explained";
  }

  List<String> lost() {
    return lost;
  }

  List<String> notTerminal() {
    return notTerminal;
  }

  List<String> unexplained() {
    return unexplained;
  }

  /** Stories of which something was told before their opening. */
  static long overtaken(List<Alert> alerts, Map<String, List<Accepted>> accepted, String receiver) {
    Map<String, Instant> opened = new TreeMap<>();
    long overtaken = 0;
    for (Alert alert : alerts) {
      List<Accepted> messages = accepted.getOrDefault(alert.id() + "/" + receiver, List.of());
      if (messages.isEmpty()) {
        continue;
      }
      if (alert.kind() == AlertKind.OPENED) {
        opened.put(alert.subject(), messages.getFirst().at());
      } else {
        Instant opening = opened.get(alert.subject());
        overtaken += opening == null || messages.getFirst().at().isBefore(opening) ? 1 : 0;
      }
    }
    return overtaken;
  }

  /** The table that stands in docs/alerts.md. */
  void print(Map<String, Object> conditions) {
    System.out.println("| what | count |\n|---|---|");
    conditions.forEach((what, count) -> System.out.println("| " + what + " | " + count + " |"));
    states.forEach((state, count) -> System.out.println("| " + state.toLowerCase(java.util.Locale.ROOT) + " | " + count + " |"));
    System.out.println("| calls that were recorded | " + attempts + " |");
    System.out.println("| lost | " + lost.size() + " |");
    System.out.println("| in no or more than one terminal state | " + notTerminal.size() + " |");
    System.out.println(
        "| messages that stand twice | " + duplicates.values().stream().mapToInt(Integer::intValue).sum() + " |");
    duplicates.forEach((why, count) -> System.out.println("| … " + why + " | " + count + " |"));
  }
}
