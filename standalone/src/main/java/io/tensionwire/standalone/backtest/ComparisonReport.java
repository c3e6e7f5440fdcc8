package io.tensionwire.standalone.backtest;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.WireName;
import io.tensionwire.standalone.cli.Table;
import io.tensionwire.standalone.process.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A comparison for people: totals first, then each alert that is gained, lost or changed, with both reasons. */
final class ComparisonReport {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final Terminal terminal;
  private final ZoneId zone;

  ComparisonReport(Terminal terminal, ZoneId zone) {
    this.terminal = terminal;
    this.zone = zone;
  }

  void print(Comparison comparison, Rehearsal live, Rehearsal draft, Duration took, PrintWriter out) {
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    out.println(terminal.bold(draft.watchId() + ": draft " + draft.version() + " against live " + live.version()));
    out.println(String.format(
        Locale.ENGLISH, "%,d articles in %.1f s (%,.0f/s); the live watch finds the pair in %,d of them, the draft in %,d%s",
        comparison.articles(), seconds, comparison.articles() / seconds, live.detections(), draft.detections(),
        comparison.unreadable() == 0 ? "" : "; " + comparison.unreadable() + " could not be read"));
    out.println();
    counts(comparison, out);
    List<Told> gained = comparison.gained();
    List<Told> lost = comparison.lost();
    List<Comparison.Changed> changed = comparison.changed();
    section("Gained", gained.size(), out);
    gained.forEach(told -> alert(terminal.green("+"), told, "draft", "live", out));
    section("Lost", lost.size(), out);
    lost.forEach(told -> alert(terminal.red("-"), told, "live", "draft", out));
    section("Changed", changed.size(), out);
    changed.forEach(each -> change(each, out));
  }

  private static void counts(Comparison comparison, PrintWriter out) {
    var table = new Table("ALERTS", "LIVE", "DRAFT", "");
    comparison.counts().forEach((kind, counts) -> table.add(
        WireName.of(kind), Integer.toString(counts[0]), Integer.toString(counts[1]),
        counts[0] == counts[1] ? "" : "%+d".formatted(counts[1] - counts[0])));
    table.print(out);
  }

  private void section(String name, int count, PrintWriter out) {
    out.println();
    out.println(terminal.bold(name + ": " + (count == 0 ? "none" : Integer.toString(count))));
  }

  private void alert(String mark, Told told, String own, String other, PrintWriter out) {
    Alert alert = told.alert();
    out.println(mark + " " + head(alert, WireName.of(alert.severity())) + "  " + told.title());
    out.println(terminal.dim("    " + told.url()));
    out.println("    " + own + ": " + Told.why(told.own()));
    out.println("    " + other + ": " + Told.why(told.other()));
  }

  private void change(Comparison.Changed change, PrintWriter out) {
    Alert live = change.live().alert();
    Alert draft = change.draft().alert();
    out.println(terminal.yellow("~") + " "
        + head(draft, WireName.of(live.severity()) + " → " + WireName.of(draft.severity())) + "  "
        + change.draft().title());
    out.println("    live: " + Told.why(change.live().own()));
    out.println("    draft: " + Told.why(change.draft().own()));
  }

  private String head(Alert alert, String severity) {
    AlertKind kind = alert.kind();
    return TIME.format(alert.raisedAt().atZone(zone)) + "  " + (kind == null ? "" : WireName.of(kind)) + "  " + severity;
  }
}
