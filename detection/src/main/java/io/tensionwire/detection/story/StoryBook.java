package io.tensionwire.detection.story;

import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.model.Detection;
import io.tensionwire.model.StoryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories of the watches that one task follows: each detection goes into the one that it reports. All that it must
 * remember is on two shelves; its indexes are made from them anew with each instance. It asks no clock. Not for use by
 * several threads.
 */
public final class StoryBook {

  /** From these log-odds on an article joins a story. Below even: a story told twice is worse than a long one. */
  private static final double JOINS = -1.5;

  /** From these on it shows that another story may be the same. */
  private static final double SHOWS = 0.5;

  /** From these on, for the articles of one with those of the other, it is. */
  private static final double MERGES = 0;

  private final Shelf<FollowedArticle> articles;
  private final Shelf<StoryState> stories;
  private final StorySettings settings;
  private final NearCopies copies;
  private final Map<String, StoryTrails> trails = new HashMap<>();

  public StoryBook(Shelf<FollowedArticle> articles, Shelf<StoryState> stories, StorySettings settings) {
    this.articles = articles;
    this.stories = stories;
    this.settings = settings;
    this.copies = new NearCopies(settings.copyWindow());
    articles.forEach((key, article) -> index(article));
  }

  /** Whether this revision, or a later one, was followed before. */
  public boolean knows(Detection detection) {
    FollowedArticle known = articles.get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    return known != null && detection.revision() <= known.revision();
  }

  /** Takes in a detection that it does not {@linkplain #knows know}. */
  public StoryChange follow(Detection detection) {
    FollowedArticle known = articles.get(FollowedArticle.key(detection.watchId(), detection.articleId()));
    return known == null ? first(detection) : revision(detection, known);
  }

  private StoryChange revision(Detection detection, FollowedArticle known) {
    StoryChange change = StoryChange.revision(detection, known, story(detection.watchId(), known.storyId()));
    copies.forget(known);
    remember(change);
    return change;
  }

  private StoryChange first(Detection detection) {
    StoryTrails ofWatch = trails(detection.watchId());
    List<StoryTrails.Likely> likely = ofWatch.likeliest(
        ofWatch.profile(Portrait.of(detection), detection.eventAt()));
    FollowedArticle near = copies.nearest(detection);
    String storyId = near != null ? near.storyId()
        : !likely.isEmpty() && likely.getFirst().odds() >= JOINS ? likely.getFirst().story().id() : null;
    StoryState story = storyId == null ? null : story(detection.watchId(), storyId);
    StoryChange change = StoryChange.first(detection, story);
    if (storyId != null && !ofWatch.wantsPortrait(storyId, near != null)) {
      change = change.withoutPortrait();
    }
    remember(change);
    return merged(change, likely);
  }

  /** Other stories that this article shows to be the same. */
  private StoryChange merged(StoryChange change, List<StoryTrails.Likely> likely) {
    StoryTrails ofWatch = trails(change.article().watchId());
    StoryChange result = change;
    for (StoryTrails.Likely other : likely) {
      StoryTrail joined = ofWatch.get(result.after().id());
      if (joined != null && other.story() != joined && other.odds() >= SHOWS
          && joined.likeness(other.story()) >= MERGES) {
        result = merge(result, joined, other.story());
      }
    }
    return result;
  }

  private StoryChange merge(StoryChange change, StoryTrail one, StoryTrail other) {
    String watchId = change.article().watchId();
    StoryTrail older = StoryTrail.OLDEST_FIRST.compare(one, other) < 0 ? one : other;
    StoryTrail younger = older == one ? other : one;
    StoryState survivor = story(watchId, older.id());
    StoryState gone = story(watchId, younger.id());
    if (survivor == null || gone == null) {
      return change;
    }
    FollowedArticle article = change.article();
    for (String articleId : List.copyOf(younger.articles())) {
      FollowedArticle member = articles.get(FollowedArticle.key(watchId, articleId));
      if (member != null) {
        unindex(member);
        FollowedArticle moved = member.movedTo(older.id());
        articles.put(moved.key(), moved);
        index(moved);
        article = moved.articleId().equals(article.articleId()) ? moved : article;
      }
    }
    StoryState after = survivor.took(gone);
    StoryState ended = gone.mergedInto(older.id());
    keep(after);
    keep(ended);
    List<StoryState> merged = new ArrayList<>(change.merged());
    merged.add(ended);
    StoryState before = one == older ? change.before() : survivor;
    return new StoryChange(change.cause(), change.isNew(), article, before, after, merged);
  }

  private void remember(StoryChange change) {
    keep(change.after()); // first: this one may be refused for its size
    FollowedArticle article = change.article();
    articles.put(article.key(), article);
    index(article);
  }

  private void index(FollowedArticle article) {
    copies.remember(article);
    trails(article.watchId()).add(article);
  }

  private void unindex(FollowedArticle article) {
    copies.forget(article);
    trails(article.watchId()).remove(article);
  }

  private StoryTrails trails(String watchId) {
    return trails.computeIfAbsent(watchId, id -> new StoryTrails(settings.openFor()));
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
      unindex(article);
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
