package io.tensionwire.processor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Following;
import io.tensionwire.detection.follow.Memory;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Story;
import io.tensionwire.model.Topic;
import io.tensionwire.model.Topics;
import io.tensionwire.model.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Today's processor on what the last release remembered. */
class ReleasedStateTest {

  private final Topics topics = Topics.withPrefix(Topics.DEFAULT_PREFIX);
  private final Memory memory = released();
  private final Following following = new Following(memory, FollowSettings.USUAL, watch -> rules());

  @Test
  void everyRecordOfTheLastReleaseIsRead() {
    Map<String, Topic<?>> byName =
        topics.all().stream().collect(Collectors.toMap(Topic::name, topic -> topic));

    List<ReleasedState.Left> records = ReleasedState.records();

    assertThat(records).filteredOn(left -> byName.containsKey(left.topic())).hasSizeGreaterThan(40).allSatisfy(left ->
        assertThat(requireNonNull(byName.get(left.topic())).values().deserializer().deserialize(left.topic(), left.value()))
            .isNotNull());
  }

  @Test
  void theWatchOfTheLastReleaseIsUnderstood() {
    List<Watch> watches = ReleasedState.values(topics.watches());

    assertThat(watches).isNotEmpty().allSatisfy(watch -> assertThat(Watching.of(watch).id()).isEqualTo(watch.id()));
  }

  @Test
  void nothingThatTheLastReleaseFollowedIsNews() {
    List<Detection> detections = ReleasedState.values(topics.detections());

    assertThat(detections).isNotEmpty().allSatisfy(detection -> assertThat(following.knows(detection)).isTrue());
  }

  @Test
  void aRevisionGoesOnWithItsStory() {
    Map<String, String> stories = new TreeMap<>();
    memory.articles().forEach((key, article) -> stories.put(article.articleId(), article.storyId()));

    for (Detection last : lastDetections()) {
      List<Outcome> outcomes = following.follow(revised(last), last.fetchedAt().plus(Duration.ofMinutes(5)));

      String story = requireNonNull(stories.get(last.articleId()));
      assertThat(followed(outcomes)).as(last.articleId()).extracting(Story::id).contains(story);
      assertThat(raised(outcomes)).as(last.articleId())
          .noneMatch(alert -> alert.kind() == AlertKind.OPENED && story.equals(alert.storyId()));
    }
  }

  @Test
  void noAlertOfTheLastReleaseIsToldAgain() {
    Set<String> told =
        ReleasedState.values(topics.alerts()).stream().map(Alert::id).collect(Collectors.toSet());

    List<Alert> alerts = new ArrayList<>();
    for (Detection last : lastDetections()) {
      alerts.addAll(raised(following.follow(revised(last), last.fetchedAt().plus(Duration.ofMinutes(5)))));
    }

    assertThat(alerts).extracting(Alert::id).doesNotContainAnyElementsOf(told);
  }

  @Test
  void aCopyJoinsTheStoryOfTheLastRelease() {
    FollowedArticle talks = requireNonNull(memory.articles().get(FollowedArticle.key("islands", "talks")));
    Detection original =
        lastDetections().stream().filter(d -> d.articleId().equals("talks")).findFirst().orElseThrow();

    List<Outcome> outcomes = following.follow(
        with(original, "talks-copy", 1, "Herald"), original.fetchedAt().plus(Duration.ofMinutes(5)));

    assertThat(followed(outcomes)).extracting(Story::id).contains(talks.storyId());
    assertThat(followed(outcomes).getFirst().articleCount()).isEqualTo(2);
  }

  private @Nullable WatchRules rules() {
    return Watching.of(ReleasedState.values(topics.watches()).getFirst()).rules();
  }

  private static Memory released() {
    Memory memory = Memory.onHeap();
    fill(memory.articles(), FollowTheWatch.FOLLOWED_ARTICLES, FollowedArticle.class);
    fill(memory.stories(), FollowTheWatch.STORIES, StoryState.class);
    return memory;
  }

  private static <V> void fill(Shelf<V> shelf, String store, Class<V> type) {
    Map<String, byte[]> left = ReleasedState.store(store);
    assertThat(left).isNotEmpty();
    left.forEach((key, bytes) -> shelf.put(key, Json.serde(type).deserializer().deserialize(store, bytes)));
  }

  private List<Detection> lastDetections() {
    Map<String, Detection> last = new TreeMap<>();
    ReleasedState.values(topics.detections()).forEach(detection -> last.put(detection.articleId(), detection));
    return List.copyOf(last.values());
  }

  private static Detection revised(Detection last) {
    return with(last, last.articleId(), last.revision() + 1, last.outlet());
  }

  private static Detection with(Detection last, String articleId, int revision, String outlet) {
    Instant later = last.fetchedAt().plus(Duration.ofMinutes(5));
    return new Detection(
        "", articleId, revision, last.watchId(), last.watchVersion(), last.title(), last.url(), last.feedId(), outlet,
        last.genre(), last.language(), last.status(), last.publishedAt(), later, last.eventAt(), last.score(),
        last.severity(), last.confidence(), last.polarity(), last.passedOver(), last.signals(), last.mentions(),
        last.fingerprint(), last.gist(), last.firstPoll(), last.bodySource(), later);
  }

  private static List<Story> followed(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Followed.class::isInstance)
        .map(outcome -> ((Outcome.Followed) outcome).story())
        .toList();
  }

  private static List<Alert> raised(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Raised.class::isInstance)
        .map(outcome -> ((Outcome.Raised) outcome).alert())
        .toList();
  }
}
