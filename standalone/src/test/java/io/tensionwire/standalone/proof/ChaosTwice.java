package io.tensionwire.standalone.proof;

import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Delivery;
import io.tensionwire.standalone.proof.ChaosBlows.Blow;
import io.tensionwire.standalone.proof.ChaosNewsroom.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a channel was told twice through its webhook, which cannot look. It is explained by one thing only: a call of which
 * nobody could know how it ended.
 */
final class ChaosTwice {

  /** A message that was accepted. {@code lost}: the fake broke the connection instead of answering. */
  private record Accepted(Instant at, boolean lost) {}

  private static final String UNEXPLAINED = "not explained";

  private final List<Blow> blows;
  private final Map<String, Integer> twice = new LinkedHashMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private final Map<String, List<Accepted>> accepted = new TreeMap<>();

  /** @param desks the webhooks */
  ChaosTwice(FakeSlack slack, List<Desk> desks, List<Blow> blows) {
    this.blows = blows;
    for (Desk desk : desks) {
      for (FakeSlack.Call call : slack.calls(desk.channel())) {
        String alert = ChaosAlerts.marked(String.valueOf(call.payload()));
        if (call.accepted() && alert != null) {
          accepted.computeIfAbsent(alert + "/" + desk.name(), key -> new ArrayList<>())
              .add(new Accepted(call.at(), call.status() == 0));
        }
      }
    }
    Stream.of("lost answer", "sender killed before it recorded", "sender paused before it recorded", UNEXPLAINED)
        .forEach(why -> twice.put(why, 0));
  }

  /** When an alert was told, at most as often as it was accepted. */
  List<Instant> told(String alertAtDesk) {
    return accepted.getOrDefault(alertAtDesk, List.of()).stream().map(Accepted::at).toList();
  }

  void judge(String alertAtDesk, List<Delivery> history) {
    List<Accepted> messages = accepted.getOrDefault(alertAtDesk, List.of());
    for (int i = 1; i < messages.size(); i++) {
      String why = explanation(messages.get(i - 1), messages.get(i), history);
      twice.merge(why, 1, Integer::sum);
      if (why.equals(UNEXPLAINED)) {
        unexplained.add(alertAtDesk + " at " + messages.get(i - 1).at() + " and " + messages.get(i).at() + ", recorded "
            + history.getLast().updatedAt() + " " + history.stream().map(Delivery::reason).toList());
      }
    }
  }

  private String explanation(Accepted first, Accepted second, List<Delivery> history) {
    boolean open = history.stream().map(Delivery::reason)
        .anyMatch(reason -> reason != null && (reason.startsWith("timed-out") || reason.startsWith("answer-lost")));
    if (first.lost() || open) {
      return "lost answer";
    }
    // A second message after the first stood on record would have no excuse: a sender that slept would have had to look.
    boolean recordedBetween = history.getLast().updatedAt().isBefore(second.at().minusMillis(500));
    for (Blow blow : blows) {
      boolean struck = !blow.to().isBefore(first.at()) && blow.from().isBefore(second.at());
      if (struck && (!blow.kill() || !recordedBetween)) {
        return blow.kill() ? "sender killed before it recorded" : "sender paused before it recorded";
      }
    }
    return UNEXPLAINED;
  }

  List<String> unexplained() {
    return unexplained;
  }

  void tell(Map<String, Object> figures) {
    figures.put("webhook: messages that stand twice", twice.values().stream().mapToInt(Integer::intValue).sum());
    twice.forEach((why, count) -> figures.put("… " + why, count));
  }
}
