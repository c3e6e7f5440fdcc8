package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.Raise;
import io.tensionwire.detection.alert.Raise.Raised;
import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.story.StoryBook;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Detection;
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
  private final Function<String, @Nullable WatchRules> watches;

  /** Follows watches that say nothing but what to find. */
  public Following(Memory memory, FollowSettings settings) {
    this(memory, settings, id -> null);
  }

  /** @param watches the rules in force, by the id of the watch; {@code null} for one that is not known any more */
  public Following(Memory memory, FollowSettings settings, Function<String, @Nullable WatchRules> watches) {
    this.book = new StoryBook(memory.articles(), memory.stories(), settings.stories());
    this.originators = settings.originators();
    this.raise = new Raise(settings.alerts(), originators, memory.articles()::get);
    this.watches = watches;
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
    return told(change, raised);
  }

  /**
   * Does what time does: stories that nothing moves any more are closed.
   *
   * @return what there is to tell, in this order
   */
  public List<Outcome> tick(Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    for (StoryState closed : book.close(now)) {
      if (isEvent(closed)) {
        outcomes.add(followed(closed));
      }
      raise.closed(closed, alertRules(closed.watchId()), now).forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
    }
    return List.copyOf(outcomes);
  }

  private List<Outcome> told(StoryChange change, Raised raised) {
    List<Outcome> outcomes = new ArrayList<>();
    change.merged().stream().filter(Following::isEvent).forEach(gone -> outcomes.add(followed(gone)));
    StoryState before = change.before();
    boolean wasEvent = before != null && isEvent(before);
    if (isEvent(raised.state()) || wasEvent) {
      outcomes.add(followed(raised.state()));
    }
    if (raised.untold() != null) {
      outcomes.add(new Outcome.Recorded(raised.untold(), raised.state().id(), !wasEvent));
    }
    raised.alerts().forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
    return List.copyOf(outcomes);
  }

  /** A text that says nothing of note is no event: a story is one while it has a severity, and for good once told. */
  private static boolean isEvent(StoryState story) {
    return story.told() != null || story.severity() != null;
  }

  private Outcome followed(StoryState story) {
    return new Outcome.Followed(story.story(originators.count(story)));
  }

  private AlertRules alertRules(String watchId) {
    WatchRules rules = watches.apply(watchId);
    return rules == null ? AlertRules.USUAL : rules.alerts();
  }

  /** Forgets what was quiet for the retention before this time. */
  public void forget(Instant now) {
    book.forget(now);
  }
}
