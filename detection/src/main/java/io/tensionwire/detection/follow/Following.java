package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.Raise;
import io.tensionwire.detection.alert.Raise.Raised;
import io.tensionwire.detection.alert.Untold;
import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.position.Positions;
import io.tensionwire.detection.story.StoryBook;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows watches: each detection joins its story, and what changed is told. What is made of the memory, such as the
 * index of near-copies, is made anew with each instance, so it is always what the memory says. Not for use by several
 * threads.
 */
public final class Following {

  private final StoryBook book;
  private final Originators originators;
  private final Raise raise;
  private final Positions positions;
  private final TensionOfStories tension;
  private final Function<String, @Nullable WatchRules> rules;
  private final FollowSettings settings;

  /** @param rules the watch of an id as it is in force; absent where there is none of the id */
  public Following(Memory memory, FollowSettings settings, Function<String, @Nullable WatchRules> rules) {
    this.book = new StoryBook(memory.articles(), memory.stories(), settings.stories());
    this.originators = settings.originators();
    this.raise = new Raise(settings.alerts(), originators, memory.articles()::get);
    this.positions = new Positions(memory.positions());
    this.tension = new TensionOfStories(memory, rules);
    this.rules = rules;
    this.settings = settings;
  }

  /** Whether this revision, or a later one, was followed before. */
  public boolean knows(Detection detection) {
    return book.knows(detection);
  }

  /**
   * Takes in a detection that it does not {@linkplain #knows know}.
   *
   * @param raisedAt the time of the record that holds it
   * @return what there is to tell, in this order
   */
  public List<Outcome> follow(Detection detection, Instant raisedAt) {
    StoryChange change = book.follow(detection);
    StoryState credited = originators.credit(change, id -> book.article(detection.watchId(), id));
    Raised raised = raise.raise(change, credited, alertRules(detection.watchId()), raisedAt);
    book.keep(raised.state());
    Follow followed = Follow.of(change, raised, originators.count(raised.state()));
    List<Outcome> outcomes = new ArrayList<>(told(followed));
    outcomes.addAll(worthTelling(hold(detection, raisedAt), detection));
    outcomes.addAll(worthTelling(tension.follow(followed, raisedAt), detection));
    return List.copyOf(outcomes);
  }

  /** All but alerts that the watch does not want, or that are about what came too late: that is recorded, not told. */
  private List<Outcome> worthTelling(List<Outcome> outcomes, Detection cause) {
    return outcomes.stream()
        .filter(this::isHeard)
        .filter(outcome -> !(outcome instanceof Outcome.Raised(Alert alert))
            || settings.alerts().tells(alert.eventAt(), cause))
        .toList();
  }

  /** What the detection makes of the positions of its watch. */
  private List<Outcome> hold(Detection detection, Instant raisedAt) {
    WatchRules watch = rules.apply(detection.watchId());
    if (watch == null) {
      return List.of();
    }
    Positions.Told told = positions.follow(watch, detection, raisedAt);
    List<Outcome> outcomes = new ArrayList<>();
    told.positions().forEach(position -> outcomes.add(new Outcome.Held(position)));
    told.alerts().forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
    return outcomes;
  }

  /**
   * Does what time does: stories that nothing moves any more are closed, days begin.
   *
   * @return what there is to tell, in this order
   */
  public List<Outcome> tick(Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    for (StoryState closed : book.close(now)) {
      if (Follow.isEvent(closed)) {
        outcomes.add(followed(closed));
      }
      raise.closed(closed, alertRules(closed.watchId()), now).forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
    }
    tension.tick(now).stream().filter(this::isHeard).forEach(outcomes::add);
    return List.copyOf(outcomes);
  }

  private List<Outcome> told(Follow followed) {
    List<Outcome> outcomes = new ArrayList<>();
    followed.change().merged().stream().filter(Follow::isEvent).forEach(gone -> outcomes.add(followed(gone)));
    Story story = followed.story();
    if (story != null) {
      outcomes.add(new Outcome.Followed(story));
    }
    Untold untold = followed.raised().untold();
    if (untold != null) {
      outcomes.add(new Outcome.Recorded(untold, followed.raised().state().id(), followed.opens()));
    }
    followed.raised().alerts().forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
    return outcomes;
  }

  private Outcome followed(StoryState story) {
    return new Outcome.Followed(story.story(originators.count(story)));
  }

  /** Whether the watch wants to hear of it: what is no story's is muted here. */
  private boolean isHeard(Outcome outcome) {
    return !(outcome instanceof Outcome.Raised(Alert alert)) || alertRules(alert.watchId()).tells(alert);
  }

  private AlertRules alertRules(String watchId) {
    WatchRules watch = rules.apply(watchId);
    return watch == null ? AlertRules.USUAL : watch.alerts();
  }

  /** Forgets what was quiet for the retention before this time. */
  public void forget(Instant now) {
    book.forget(now);
  }
}
