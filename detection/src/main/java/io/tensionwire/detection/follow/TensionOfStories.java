package io.tensionwire.detection.follow;

import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.tension.Tension;
import io.tensionwire.detection.tension.Tension.Pair;
import io.tensionwire.detection.tension.Tension.Told;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a change of stories makes of the tension. A watch that is in force no more is not measured. */
final class TensionOfStories {

  private final Tension tension;
  private final Shelf<FollowedArticle> articles;
  private final Function<String, @Nullable WatchRules> rules;
  private final Map<String, String> versions = new TreeMap<>();

  TensionOfStories(Memory memory, Function<String, @Nullable WatchRules> rules) {
    this.tension = new Tension(memory.tensionDays(), memory.tensionStories(), memory.tensionWindows());
    this.articles = memory.articles();
    this.rules = rules;
    memory.tensionDays().forEach((key, day) -> versions.put(day.watchId(), ""));
  }

  List<Outcome> follow(Follow followed, Instant now) {
    StoryChange change = followed.change();
    Detection cause = change.cause();
    versions.put(cause.watchId(), cause.watchVersion());
    Pair pair = pair(cause.watchId());
    if (pair == null) {
      return List.of();
    }
    List<Outcome> outcomes = new ArrayList<>();
    if (change.isNew()) {
      outcomes.addAll(told(tension.cover(pair, cause.eventAt(), now)));
    }
    Story story = followed.story();
    if (story != null) {
      outcomes.addAll(told(tension.weigh(
          pair, story, firstEventAt(change), change.merged().stream().map(StoryState::id).toList(), now)));
    }
    return outcomes;
  }

  List<Outcome> tick(Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String watchId : versions.keySet()) {
      Pair pair = pair(watchId);
      if (pair != null) {
        outcomes.addAll(told(tension.tick(pair, now)));
      }
    }
    return outcomes;
  }

  private @Nullable Pair pair(String watchId) {
    WatchRules watch = rules.apply(watchId);
    return watch == null ? null : new Pair(watchId, versions.getOrDefault(watchId, ""), watch.pair(), watch.alerts().tensionFrom());
  }

  private Instant firstEventAt(StoryChange change) {
    Instant first = change.article().eventAt();
    for (var member : change.after().members()) {
      FollowedArticle article =
          articles.get(FollowedArticle.key(change.after().watchId(), member.source().articleId()));
      if (article != null && article.eventAt().isBefore(first)) {
        first = article.eventAt();
      }
    }
    return first;
  }

  private static List<Outcome> told(Told told) {
    List<Outcome> outcomes = new ArrayList<>();
    told.points().forEach(point -> outcomes.add(new Outcome.Measured(point)));
    told.alerts().forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
    return outcomes;
  }
}
