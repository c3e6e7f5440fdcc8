package io.tensionwire.detection.story;

import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.model.Detection;
import io.tensionwire.model.StoryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stories of the watches that one task follows: each detection goes into the one that it reports. All that it must
 * remember is on two shelves; its indexes are made from them anew with each instance. It asks no clock. Not for use by
 * several threads.
 */
public final class StoryBook {

  private final Shelf<FollowedArticle> articles;
  private final Shelf<StoryState> stories;
  private final StorySettings settings;
  private final NearCopies copies;

  public StoryBook(Shelf<FollowedArticle> articles, Shelf<StoryState> stories, StorySettings settings) {
    this.articles = articles;
    this.stories = stories;
    this.settings = settings;
    this.copies = new NearCopies(settings.copyWindow());
    articles.forEach((key, article) -> copies.remember(article));
  }

  /** Whether this revision, or a later one, was followed before. */
  public boolean knows(Detection detection) {
    FollowedArticle known = articles.get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    return known != null && detection.revision() <= known.revision();
  }

  /** Takes in a detection that it does not {@linkplain #knows know}. */
  public StoryChange follow(Detection detection) {
    FollowedArticle known = articles.get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    FollowedArticle near = known == null ? copies.nearest(detection) : known;
    StoryState story = near == null ? null : story(detection.watchId(), near.storyId());
    StoryChange change = known == null
        ? StoryChange.first(detection, story) : StoryChange.revision(detection, known, story);
    keep(change.after()); // first: this one may be refused for its size
    articles.put(change.article().key(), change.article());
    copies.remember(change.article());
    return change;
  }

  /** Remembers what was made of a story that it gave out, such as what was told of it. */
  public void keep(StoryState story) {
    stories.put(story.key(), story);
  }

  public @Nullable FollowedArticle article(String watchId, String articleId) {
    return articles.get(FollowedArticle.key(watchId, articleId));
  }

  public @Nullable StoryState story(String watchId, String storyId) {
    return stories.get(StoryState.key(watchId, storyId));
  }

  /**
   * Closes what nothing has moved for the open window before this time.
   *
   * @return the stories that were closed now, as they are now, in the order of their keys
   */
  public List<StoryState> close(Instant now) {
    Instant limit = now.minus(settings.openFor());
    List<StoryState> closed = new ArrayList<>();
    stories.forEach((key, story) -> {
      if (story.status() == StoryStatus.OPEN && story.movedAt().isBefore(limit)) {
        closed.add(story.closed());
      }
    });
    closed.forEach(this::keep);
    return List.copyOf(closed);
  }

  /** Forgets what was quiet for the retention before this time. */
  public void forget(Instant now) {
    Instant limit = now.minus(settings.retention());
    List<FollowedArticle> old = new ArrayList<>();
    articles.forEach((key, article) -> {
      if (article.seenAt().isBefore(limit)) {
        old.add(article);
      }
    });
    for (FollowedArticle article : old) {
      articles.delete(article.key());
      copies.forget(article);
    }
    List<StoryState> quiet = new ArrayList<>();
    stories.forEach((key, story) -> {
      if (story.lastSeenAt().isBefore(limit)) {
        quiet.add(story);
      }
    });
    quiet.forEach(story -> stories.delete(story.key()));
  }
}
