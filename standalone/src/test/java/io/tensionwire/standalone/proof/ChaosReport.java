package io.tensionwire.standalone.proof;

import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.standalone.proof.ChaosNewsroom.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the chaos run found: every alert at every receiver, what the ledger says of it and what stands in its channel. */
final class ChaosReport {

  private final ChaosLedger ledger;
  private final ChaosTwice twice;
  private final ChaosThreads threads;
  private final ChaosNewsroom newsroom;
  private final List<Alert> alerts;
  private final List<String> lost = new ArrayList<>();

  ChaosReport(
      ChaosNewsroom newsroom, List<Alert> alerts, ChaosLedger ledger, FakeSlack slack, List<ChaosBlows.Blow> blows) {
    this.newsroom = newsroom;
    this.alerts = alerts;
    this.ledger = ledger;
    this.twice = new ChaosTwice(slack, newsroom.webhooks(), blows);
    this.threads = ChaosThreads.of(slack, newsroom.bots(), alerts);
    for (Alert alert : alerts) {
      newsroom.desks().forEach(desk -> judge(alert, desk));
    }
  }

  private void judge(Alert alert, Desk desk) {
    Delivery end = ledger.end(alert, desk);
    if (end == null) {
      return;
    }
    boolean edit = alert.kind() == AlertKind.UPDATED;
    boolean stands = desk.bot() || !twice.told(ChaosLedger.key(alert, desk)).isEmpty();
    boolean told = end.state() == DeliveryState.DELIVERED && stands;
    boolean needNotBe = edit && end.state() == DeliveryState.SUPPRESSED;
    if (!told && !needNotBe) {
      lost.add(ChaosLedger.key(alert, desk) + " " + end.state() + " " + end.reason());
    }
    if (!desk.bot()) {
      twice.judge(ChaosLedger.key(alert, desk), ledger.history(alert, desk));
    }
  }

  /** What must not be. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    lost.forEach(each -> faults.add("lost: " + each));
    ledger.notTerminal().forEach(each -> faults.add("not in one terminal state: " + each));
    twice.unexplained().forEach(each -> faults.add("twice, not explained: " + each));
    faults.addAll(threads.faults());
    return faults;
  }

  /** What a webhook told of stories before their opening. */
  private long overtaken(Desk desk) {
    Map<String, Instant> opened = new TreeMap<>();
    long overtaken = 0;
    for (Alert alert : alerts) {
      List<Instant> told = twice.told(ChaosLedger.key(alert, desk));
      if (told.isEmpty()) {
        continue;
      }
      if (alert.kind() == AlertKind.OPENED) {
        opened.put(alert.subject(), told.getFirst());
      } else {
        Instant opening = opened.get(alert.subject());
        overtaken += opening == null || told.getFirst().isBefore(opening) ? 1 : 0;
      }
    }
    return overtaken;
  }

  /** The table that stands in docs/alerts.md. */
  void print(Map<String, Object> conditions) {
    Map<String, Object> figures = new LinkedHashMap<>(conditions);
    ledger.tell(figures);
    figures.put("lost", lost.size());
    if (!newsroom.webhooks().isEmpty()) {
      twice.tell(figures);
      figures.put(
          "webhook: told of a story before its opening", newsroom.webhooks().stream().mapToLong(this::overtaken).sum());
    }
    if (!newsroom.bots().isEmpty()) {
      threads.tell(figures);
    }
    System.out.println("| what | count |\n|---|---|");
    figures.forEach((what, count) -> System.out.println("| " + what + " | " + count + " |"));
  }
}
