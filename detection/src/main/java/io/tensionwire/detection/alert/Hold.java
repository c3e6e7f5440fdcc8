package io.tensionwire.detection.alert;

import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Signal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What keeps an article from being told. */
final class Hold {

  /** Texts that report what happened. */
  private static final Set<Genre> TOLD = EnumSet.of(Genre.REPORT, Genre.OFFICIAL, Genre.INTERVIEW, Genre.LIVE);

  private final AlertSettings settings;
  private final Function<String, @Nullable FollowedArticle> articles;

  /** @param articles those that are followed, by their keys */
  Hold(AlertSettings settings, Function<String, @Nullable FollowedArticle> articles) {
    this.settings = settings;
    this.articles = articles;
  }

  /** Why the article that changed a story is not told, the first reason that there is; {@code null} where it is. */
  @Nullable Untold of(StoryChange change, StoryState story) {
    Detection cause = change.cause();
    if (cause.firstPoll() && settings.firstPoll() == FirstPoll.RECORDED) {
      return Untold.FIRST_POLL;
    }
    if (cause.eventAt().isBefore(cause.fetchedAt().minus(settings.maxAge()))) {
      return Untold.OLDER_THAN_MAX_AGE;
    }
    if (copiesRecorded(change.article(), story)) {
      return Untold.COPY_OF_RECORDED;
    }
    if (!TOLD.contains(cause.genre())) {
      return Untold.GENRE;
    }
    return cause.signals().stream().noneMatch(Signal::current) ? Untold.ONLY_RECAP : null;
  }

  private boolean copiesRecorded(FollowedArticle article, StoryState story) {
    for (Member member : story.members()) {
      if (member.standing().recorded() && !member.articleId().equals(article.articleId())) {
        FollowedArticle recorded = articles.apply(FollowedArticle.key(article.watchId(), member.articleId()));
        if (recorded != null && Originators.isCopy(article, recorded)) {
          return true;
        }
      }
    }
    return false;
  }
}
