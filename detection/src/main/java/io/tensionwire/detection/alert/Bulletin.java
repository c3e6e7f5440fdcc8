package io.tensionwire.detection.alert;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.detection.alert.AlertForm.Change;
import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.MostTelling;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one change of a story that was told is worth. For one use. */
final class Bulletin {

  static final String CORROBORATED = "corroborated";
  private static final String POLARITY = "polarity";

  private final StoryChange change;
  private final Detection cause;
  private final StoryState story;
  private final Told before;
  private final AlertRules rules;
  private final int originators;
  private final Instant now;

  private final List<Alert> alerts = new ArrayList<>();
  private final Set<String> news;
  private final Set<String> retracted;
  private final List<Told.Folded> folded;
  private Severity peak;
  /** Whether there was something to tell, be it muted. */
  private boolean told;
  private boolean edited;

  /** @param originators how many reported it on their own, with this change */
  Bulletin(
      StoryChange change, StoryState story, Told before, AlertRules rules, int originators, Instant now) {
    this.change = change;
    this.cause = change.cause();
    this.story = story;
    this.before = before;
    this.rules = rules;
    this.originators = originators;
    this.now = now;
    this.news = new LinkedHashSet<>(before.news());
    this.retracted = new TreeSet<>(before.retracted());
    this.folded = new ArrayList<>(before.folded());
    this.peak = before.peak();
  }

  /** @param why the article is not told; its corrections are all the same, for the story was */
  Raise.Raised tell(@Nullable Untold why) {
    boolean fit = why == null && cause.severity() != null;
    boolean revised = !change.isNew() && isComparable();
    if (revised) {
      correct();
    }
    if (fit) {
      escalate();
    }
    if (fit || revised) {
      deescalate(revised);
    }
    if (fit) {
      corroborate();
    }
    if (!told && (why == null || !why.holdsForCopies())) {
      update();
    }
    Shown shown = told ? Shown.of(story, peak) : Shown.of(before);
    StoryState after = story.withTold(shown.told(
        List.copyOf(news), List.copyOf(retracted), before.originators(), folded,
        told ? now : before.toldAt(), edited ? now : before.editedAt()));
    return new Raise.Raised(after, alerts, null);
  }

  /** What other rules find in an unchanged text is no change of it. */
  private boolean isComparable() {
    Member former = former();
    return former != null && former.standing().watchVersion().equals(cause.watchVersion());
  }

  private @Nullable Member former() {
    StoryState was = change.before();
    return was == null ? null : was.member(cause.articleId());
  }

  private void correct() {
    Member former = former();
    Member article = story.member(cause.articleId());
    boolean unheard = article == null || article.signals().isEmpty() && !cause.signals().isEmpty();
    if (former == null || article == null || unheard || isCompleted(former)) {
      return; // of the hundredth copy only the number is known
    }
    Told.Folded live = folded.stream().filter(f -> f.articleId().equals(cause.articleId())).findFirst().orElse(null);
    Map<String, String> was = live == null ? Correction.wording(former) : live.wording();
    Correction correction = Correction.of(was, former.standing().gone(), article);
    if (isTooSoon()) {
      if (live == null && !correction.isEmpty()) {
        folded.add(new Told.Folded(cause.articleId(), was));
      }
      return;
    }
    folded.remove(live);
    Correction fresh = correction.news(retracted, said());
    if (fresh.isEmpty() || !before.peak().atLeast(rules.from(AlertKind.CORRECTED))) {
      return;
    }
    retracted.removeAll(fresh.added().keySet());
    retracted.addAll(fresh.removed().keySet());
    edited = true;
    // The news is the correction, however long ago the event was.
    tell(AlertKind.CORRECTED, new Change(fresh.before(), fresh.after(), Reason.of(cause, fresh)), now, fresh.fact());
  }

  /** The page of what was told from its feed: there is more of the text, and it is no other. */
  private boolean isCompleted(Member former) {
    return former.standing().bodySource() == BodySource.FEED && cause.bodySource() == BodySource.PAGE
        && !former.standing().gone();
  }

  private boolean isTooSoon() {
    return cause.genre() == Genre.LIVE && isWithin(rules.liveEvery(), before.editedAt());
  }

  private boolean isWithin(Duration time, @Nullable Instant last) {
    return last != null && now.isBefore(last.plus(time));
  }

  /** What was told, and what other articles of the story say. */
  private Set<String> said() {
    Set<String> said = new HashSet<>(before.facts());
    story.members().stream().filter(member -> !member.articleId().equals(cause.articleId()))
        .forEach(member -> member.signals().forEach(signal -> said.add(MostTelling.fact(signal))));
    return said;
  }

  private void escalate() {
    Severity severity = cause.severity();
    boolean higher = severity != null && severity.compareTo(before.peak()) > 0
        && severity.atLeast(rules.from(AlertKind.ESCALATED));
    Polarity polarity = story.polarity();
    boolean turned = before.polarity() == Polarity.DEESCALATION && polarity != null
        && polarity != Polarity.DEESCALATION && cause.polarity() != Polarity.DEESCALATION
        && isFrom(AlertKind.ESCALATED) && !news.contains(key(AlertKind.ESCALATED, POLARITY));
    if (turned) {
      news.add(key(AlertKind.ESCALATED, POLARITY));
    }
    if (higher) {
      peak = requireNonNullElse(severity, peak);
      tell(
          AlertKind.ESCALATED, new Change(WireName.of(before.peak()), WireName.of(peak), changed()), cause.eventAt(),
          WireName.of(peak));
    } else if (turned) {
      tell(
          AlertKind.ESCALATED, new Change(Reason.trend(before.polarity()), Reason.trend(polarity), changed()),
          cause.eventAt(), POLARITY);
    }
  }

  private void deescalate(boolean revised) {
    Severity is = story.severity();
    Severity was = before.severity();
    boolean lower = revised && (is == null || was != null && is.compareTo(was) < 0);
    boolean turned = before.polarity() != null && before.polarity() != Polarity.DEESCALATION
        && story.polarity() == Polarity.DEESCALATION;
    if (!before.peak().atLeast(rules.from(AlertKind.DEESCALATED))) {
      return;
    }
    if (was != null && lower) {
      String to = is == null ? "none" : WireName.of(is);
      once(
          AlertKind.DEESCALATED, new Change(WireName.of(was), is == null ? "nothing worth telling" : to, changed()), to);
    } else if (turned) {
      once(
          AlertKind.DEESCALATED, new Change(Reason.trend(before.polarity()), Reason.trend(story.polarity()), changed()),
          POLARITY);
    }
  }

  private void corroborate() {
    if (originators > 1 && isFrom(AlertKind.CORROBORATED) && news.add(CORROBORATED)) {
      tell(
          AlertKind.CORROBORATED,
          new Change("one source", originators + " independent sources", cause.outlet() + " reports it independently"),
          cause.eventAt());
    }
  }

  /** Edits what was told; nobody is notified. */
  private void update() {
    Shown shown = Shown.of(story, peak);
    if (shown.equals(Shown.of(before)) || isTooSoon() || isWithin(rules.updateEvery(), before.toldAt())) {
      return;
    }
    Reason.Change sides = Reason.change(Shown.of(before), shown);
    edited = true;
    tell(AlertKind.UPDATED, new Change(sides.before(), sides.after(), changed()), cause.eventAt(), cause.id());
  }

  private boolean isFrom(AlertKind kind) {
    Severity severity = story.severity();
    return severity != null && severity.atLeast(rules.from(kind));
  }

  private String changed() {
    return Reason.of(cause, change.isNew(), Shown.of(before), Shown.of(story, peak), story.signals());
  }

  private void once(AlertKind kind, Change said, String fact) {
    if (news.add(key(kind, fact))) {
      tell(kind, said, cause.eventAt(), fact);
    }
  }

  private void tell(AlertKind kind, Change said, Instant eventAt, String... fact) {
    told = true;
    if (rules.tells(kind)) {
      alerts.add(new AlertForm(story, originators, cause.watchVersion(), eventAt, now).alert(kind, said, fact));
    }
  }

  private static String key(AlertKind kind, String fact) {
    return WireName.of(kind) + " " + fact;
  }
}
