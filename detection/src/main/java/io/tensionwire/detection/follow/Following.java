package io.tensionwire.detection.follow;

import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.NearCopies;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows watches: each detection joins its story, and what changed is told. What is made of the memory, such as the
 * index of near-copies, is made anew with each instance, so it is always what the memory says. Not for use by several
 * threads.
 */
public final class Following {

  private final Memory memory;
  private final FollowSettings settings;
  private final NearCopies copies;

  public Following(Memory memory, FollowSettings settings) {
    this.memory = memory;
    this.settings = settings;
    this.copies = new NearCopies(settings.copyWindow());
    memory.articles().forEach((key, article) -> copies.remember(article));
  }

  /** Whether this revision, or a later one, was followed before. */
  public boolean knows(Detection detection) {
    FollowedArticle known = memory.articles().get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    return known != null && detection.revision() <= known.revision();
  }

  /**
   * Takes in a detection that it does not {@linkplain #knows know}.
   *
   * @param raisedAt the time of the record that holds it
   * @return what there is to tell, in this order
   */
  public List<Outcome> follow(Detection detection, Instant raisedAt) {
    FollowedArticle known = memory.articles().get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    FollowedArticle near = known == null ? copies.nearest(detection) : known;
    StoryState story =
        near == null ? null : memory.stories().get(StoryState.key(detection.watchId(), near.storyId()));
    Follow followed = known == null
        ? Follow.first(detection, story, raisedAt)
        : Follow.revision(detection, known, story, raisedAt);
    remember(followed);
    return told(followed);
  }

  private void remember(Follow followed) {
    memory.stories().put(followed.state().key(), followed.state()); // first: this one may be refused for its size
    memory.articles().put(followed.article().key(), followed.article());
    copies.remember(followed.article());
  }

  private static List<Outcome> told(Follow followed) {
    List<Outcome> outcomes = new ArrayList<>();
    Story story = followed.story();
    if (story != null) {
      outcomes.add(new Outcome.Followed(story));
    }
    Alert alert = followed.alert();
    if (alert != null) {
      outcomes.add(new Outcome.Raised(alert));
    }
    return List.copyOf(outcomes);
  }

  /** Forgets what was quiet for the retention before this time. */
  public void forget(Instant now) {
    Instant limit = now.minus(settings.storyRetention());
    List<FollowedArticle> old = new ArrayList<>();
    memory.articles().forEach((key, article) -> {
      if (article.seenAt().isBefore(limit)) {
        old.add(article);
      }
    });
    for (FollowedArticle article : old) {
      memory.articles().delete(article.key());
      copies.forget(article);
    }
    List<StoryState> quiet = new ArrayList<>();
    memory.stories().forEach((key, story) -> {
      if (story.lastSeenAt().isBefore(limit)) {
        quiet.add(story);
      }
    });
    quiet.forEach(story -> memory.stories().delete(story.key()));
  }
}
