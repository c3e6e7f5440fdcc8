package io.tensionwire.standalone.backtest;

import static java.util.Objects.requireNonNull;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.ReadArticle;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Following;
import io.tensionwire.detection.follow.Memory;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One watch, taken through the articles: what it makes of each, and which stories and alerts come of it. */
final class Rehearsal {

  private final Detector detector;
  private final Memory memory = Memory.onHeap();
  private final Following following;
  private final Set<String> named = new HashSet<>();
  private final Map<String, String> storyOfArticle = new HashMap<>();
  private final Map<String, String> merged = new HashMap<>();
  private final Set<String> publicStories = new HashSet<>();
  private int detections;

  Rehearsal(Detector detector, FollowSettings settings) {
    this.detector = detector;
    this.following = new Following(memory, settings, id -> id.equals(detector.watchId()) ? detector.rules() : null);
  }

  String watchId() {
    return detector.watchId();
  }

  String version() {
    return detector.watchVersion();
  }

  /** A pure function: may be asked by several threads, ahead of {@link #follow}. */
  Judgement judge(ReadArticle article) {
    return detector.judge(article);
  }

  /** Takes in the next article with what was made of it. */
  List<Alert> follow(Article article, Judgement judgement) {
    Detection detection = switch (judgement) {
      case Judgement.Named(Detection names) -> names;
      case Judgement.PassedOver over -> named.contains(article.id())
          ? over.detection(article, watchId(), version()) : null;
    };
    if (detection == null) {
      return List.of();
    }
    named.add(article.id());
    if (following.knows(detection)) {
      return List.of();
    }
    detections++;
    List<Alert> alerts = heard(following.follow(detection, article.fetchedAt()));
    FollowedArticle followed =
        requireNonNull(memory.articles().get(FollowedArticle.key(watchId(), article.id())));
    storyOfArticle.put(article.id(), followed.storyId());
    return alerts;
  }

  /** Lets time pass. */
  List<Alert> tick(Instant now) {
    List<Alert> alerts = heard(following.tick(now));
    following.forget(now);
    return alerts;
  }

  private List<Alert> heard(List<Outcome> outcomes) {
    List<Alert> alerts = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Raised(Alert alert) -> alerts.add(alert);
        case Outcome.Followed(Story story) -> {
          publicStories.add(story.id());
          String into = story.mergedInto();
          if (story.status() == StoryStatus.MERGED && into != null) {
            merged.put(story.id(), into);
          }
        }
        default -> { } // neither alerts nor stories
      }
    }
    return alerts;
  }

  /**
   * The story that an article is in, as far as is known by now; {@code null} where it belongs to none. An article that
   * shares an event with another belongs to one also where nothing in it is worth telling.
   */
  @Nullable String story(String articleId) {
    String story = survivor(storyOfArticle.get(articleId));
    if (story == null || publicStories.contains(story)) {
      return story;
    }
    long articles = storyOfArticle.values().stream().filter(each -> story.equals(survivor(each))).limit(2).count();
    return articles > 1 ? story : null;
  }

  private @Nullable String survivor(@Nullable String story) {
    String survivor = story;
    while (survivor != null && merged.containsKey(survivor)) {
      survivor = merged.get(survivor);
    }
    return survivor;
  }

  /** How many articles and revisions name the pair. */
  int detections() {
    return detections;
  }
}
