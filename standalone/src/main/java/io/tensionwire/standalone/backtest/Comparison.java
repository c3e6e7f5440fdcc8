package io.tensionwire.standalone.backtest;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a draft gains and loses against the live watch. Two alerts are the same where they are of one kind and
 * one event: caused by the same article, or by an article of the story that the other is about. Edits and closings,
 * which notify nobody, are counted only.
 */
final class Comparison implements Replay.Audience {

  private static final Set<AlertKind> SILENT = Set.of(AlertKind.UPDATED, AlertKind.CLOSED);

  /** The same news at another severity. */
  record Changed(Told live, Told draft) {}

  private final Rehearsal live;
  private final Rehearsal draft;
  private final List<Told> byLive = new ArrayList<>();
  private final List<Told> byDraft = new ArrayList<>();
  private final Map<AlertKind, int[]> counts = new EnumMap<>(AlertKind.class);
  private int articles;
  private int unreadable;

  Comparison(Rehearsal live, Rehearsal draft) {
    this.live = live;
    this.draft = draft;
  }

  @Override
  public void see(Replay.Step step) {
    var article = step.item().article();
    if (article == null) {
      unreadable++;
      return;
    }
    articles++;
    Replay.Followed lived = Objects.requireNonNull(step.by().get(live));
    Replay.Followed drafted = Objects.requireNonNull(step.by().get(draft));
    for (Alert alert : lived.alerts()) {
      count(alert, 0);
      byLive.add(new Told(
          alert, article.id(), article.title(), article.url(), lived.judgement(), drafted.judgement()));
    }
    for (Alert alert : drafted.alerts()) {
      count(alert, 1);
      byDraft.add(new Told(
          alert, article.id(), article.title(), article.url(), drafted.judgement(), lived.judgement()));
    }
  }

  @Override
  public void pass(Rehearsal rehearsal, List<Alert> alerts) {
    alerts.forEach(alert -> count(alert, rehearsal == live ? 0 : 1));
  }

  private void count(Alert alert, int whose) {
    AlertKind kind = alert.kind();
    if (kind != null) {
      counts.computeIfAbsent(kind, k -> new int[2])[whose]++;
    }
  }

  int articles() {
    return articles;
  }

  int unreadable() {
    return unreadable;
  }

  /** How many alerts of each kind, the live watch's and the draft's. */
  Map<AlertKind, int[]> counts() {
    return counts;
  }

  List<Told> gained() {
    return missing(byDraft, byLive, live);
  }

  List<Told> lost() {
    return missing(byLive, byDraft, draft);
  }

  List<Changed> changed() {
    Map<String, Told> known = index(byLive, live);
    List<Changed> changed = new ArrayList<>();
    Set<Told> seen = new HashSet<>();
    for (Told told : notifying(byDraft)) {
      Told before = find(known, told, live);
      if (before != null && seen.add(before) && before.alert().severity() != told.alert().severity()) {
        changed.add(new Changed(before, told));
      }
    }
    return changed;
  }

  private static List<Told> missing(List<Told> of, List<Told> in, Rehearsal other) {
    Map<String, Told> known = index(in, other);
    return notifying(of).stream().filter(told -> find(known, told, other) == null).toList();
  }

  private static List<Told> notifying(List<Told> alerts) {
    return alerts.stream().filter(told -> !SILENT.contains(told.alert().kind())).toList();
  }

  private static Map<String, Told> index(List<Told> alerts, Rehearsal of) {
    Map<String, Told> index = new HashMap<>();
    for (Told told : notifying(alerts)) {
      index.putIfAbsent(told.alert().kind() + " article " + told.articleId(), told);
      String story = of.story(told.articleId());
      if (story != null) {
        index.putIfAbsent(told.alert().kind() + " story " + story, told);
      }
    }
    return index;
  }

  private static @Nullable Told find(Map<String, Told> index, Told told, Rehearsal of) {
    Told same = index.get(told.alert().kind() + " article " + told.articleId());
    String story = of.story(told.articleId());
    return same != null || story == null ? same : index.get(told.alert().kind() + " story " + story);
  }
}
