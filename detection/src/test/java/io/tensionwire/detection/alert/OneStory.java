package io.tensionwire.detection.alert;

import static java.util.Objects.requireNonNull;

import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.watch.AlertRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A story that takes in whatever is filed, and what was told of it. */
final class OneStory {

  final List<Alert> alerts = new ArrayList<>();
  final List<Untold> untold = new ArrayList<>();
  AlertRules rules = AlertRules.USUAL;
  AlertSettings settings = AlertSettings.USUAL;
  Originators originators = Originators.NONE;
  private @Nullable StoryState state;
  private final Map<String, FollowedArticle> articles = new HashMap<>();

  /** Takes in an article or a revision of one. */
  OneStory file(Filed filed) {
    return file(filed, List.of());
  }

  /** The same, and these stories turn out to be this one. */
  OneStory file(Filed filed, List<StoryState> merged) {
    Detection detection = filed.detection();
    String key = FollowedArticle.key(detection.watchId(), detection.articleId());
    FollowedArticle known = articles.get(key);
    StoryChange alone = known == null
        ? StoryChange.first(detection, state) : StoryChange.revision(detection, known, state);
    var change = new StoryChange(
        detection, alone.isNew(), alone.article(), alone.before(), alone.after(), merged);
    articles.put(key, change.article());
    StoryState credited = originators.credit(
        change, id -> articles.get(FollowedArticle.key(detection.watchId(), id)));
    var raised = new Raise(settings, originators, articles::get).raise(change, credited, rules, detection.fetchedAt());
    state = raised.state();
    alerts.addAll(raised.alerts());
    if (raised.untold() != null) {
      untold.add(raised.untold());
    }
    return this;
  }

  /** What is remembered was written and read again, by another instance. */
  OneStory restart() {
    state = Json.read(Json.write(state()), StoryState.class);
    articles.replaceAll((key, article) -> Json.read(Json.write(article), FollowedArticle.class));
    return this;
  }

  StoryState state() {
    return requireNonNull(state, "nothing was filed");
  }

  List<Alert> close(Instant now) {
    return new Raise(settings, originators, articles::get).closed(state(), rules, now);
  }

  List<AlertKind> kinds() {
    return alerts.stream().map(alert -> requireNonNull(alert.kind())).toList();
  }

  Alert last() {
    return alerts.getLast();
  }

  Alert last(AlertKind kind) {
    return alerts.stream().filter(alert -> alert.kind() == kind).reduce((first, last) -> last).orElseThrow();
  }
}
