package io.tensionwire.detection.alert;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Severity;
import io.tensionwire.model.StoryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a change of a story is worth an alert. An alert's id follows from the story and the fact that it
 * tells, and {@link Told} remembers the facts: a replay raises the same, and nothing is told twice.
 */
public final class Raise {

  private final Hold hold;
  private final Originators originators;

  /** @param articles those that are followed, by their keys */
  public Raise(
      AlertSettings settings, Originators originators, Function<String, @Nullable FollowedArticle> articles) {
    this.hold = new Hold(settings, articles);
    this.originators = originators;
  }

  /**
   * What there is to tell.
   *
   * @param state the story with what is now known to be told of it
   * @param alerts in the order in which they are to be told
   * @param untold why nobody is told of a story that is worth it
   */
  public record Raised(StoryState state, List<Alert> alerts, @Nullable Untold untold) {
    public Raised {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Takes in a change.
   *
   * @param story as it is after the change, with its originators
   * @param raisedAt the time of the record that holds the cause
   */
  public Raised raise(StoryChange change, StoryState story, AlertRules rules, Instant raisedAt) {
    Untold why = hold.of(change, story);
    StoryState known = recorded(change, story, why);
    Told before = Earlier.of(story.told(), change.merged());
    Raised raised = before == null
        ? open(change, known, why, rules, raisedAt)
        : new Bulletin(
            change, known.withTold(before), before, rules, originators.count(known.withTold(before)), raisedAt).tell(why);
    if (change.merged().isEmpty()) {
      return raised;
    }
    List<Alert> alerts = new ArrayList<>(raised.alerts());
    change.merged().forEach(gone -> alerts.addAll(closed(gone, rules, raisedAt)));
    return new Raised(raised.state(), alerts, raised.untold());
  }

  /** Later revisions of what came too late are too late as well, and so are its copies. */
  private static StoryState recorded(StoryChange change, StoryState story, @Nullable Untold why) {
    Member member = story.member(change.cause().articleId());
    StoryState before = change.before();
    Member former = before == null || change.isNew() ? null : before.member(change.cause().articleId());
    boolean late = why != null && why.holdsForCopies() && (former == null || story.told() == null)
        || former != null && former.standing().recorded();
    return member == null || !late ? story : story.withMember(member.withStanding(member.standing().asRecorded()));
  }

  private Raised open(
      StoryChange change, StoryState story, @Nullable Untold why, AlertRules rules, Instant raisedAt) {
    Detection cause = change.cause();
    Severity severity = cause.severity();
    if (severity == null) {
      return new Raised(story, List.of(), null);
    }
    if (why != null) {
      return new Raised(story, List.of(), why);
    }
    if (!severity.atLeast(rules.from(AlertKind.OPENED))) {
      return new Raised(story, List.of(), Untold.BELOW_THRESHOLD);
    }
    int sources = originators.count(story);
    Told told = Shown.of(story, requireNonNullElse(story.severity(), severity))
        .told(sources > 1 ? List.of(Bulletin.CORROBORATED) : List.of(), List.of(), List.of(), List.of(), raisedAt, null);
    StoryState opened = story.withTold(told);
    if (!rules.tells(AlertKind.OPENED)) {
      return new Raised(opened, List.of(), Untold.MUTED);
    }
    Alert alert = new AlertForm(story, sources, cause.watchVersion(), cause.eventAt(), raisedAt)
        .alert(AlertKind.OPENED, new AlertForm.Change(null, null, "first report, by " + cause.outlet()));
    return new Raised(opened, List.of(alert), null);
  }

  /**
   * The silent end of a story that was told: nothing moves it any more, or it went into another.
   *
   * @param now the time at which that was found
   * @return nothing where it was never told, or the watch mutes it
   */
  public List<Alert> closed(StoryState story, AlertRules rules, Instant now) {
    if (story.told() == null || !rules.tells(AlertKind.CLOSED)) {
      return List.of();
    }
    boolean merged = story.status() == StoryStatus.MERGED;
    var change = new AlertForm.Change(
        "open", merged ? "part of the story " + story.mergedInto() : "closed",
        merged ? "it turned out to be the same event as another story" : "nothing new for days");
    return List.of(
        new AlertForm(story, originators.count(story), story.lead().standing().watchVersion(), story.movedAt(), now)
            .alert(AlertKind.CLOSED, change));
  }
}
