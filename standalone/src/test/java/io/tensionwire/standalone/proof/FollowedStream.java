package io.tensionwire.standalone.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Source;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import io.tensionwire.model.Topic;
import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a processor made of a stream.
 *
 * @param detections as they stand on the topic, in the order of their bytes: one that came twice is there twice
 * @param stories as they are in the end, those that others took in left out
 */
record FollowedStream(List<String> detections, Map<String, Story> stories, List<Alert> alerts) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static FollowedStream read(KafkaSettings kafka) {
    List<String> detections = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "proof", kafka.topics().detections(), PATIENCE)) {
      reader.readToEnd(record -> detections.add(new String(record.value(), UTF_8)));
    }
    detections.sort(String::compareTo);
    Map<String, Story> stories = new TreeMap<>();
    values(kafka, kafka.topics().stories()).forEach(story -> stories.put(story.id(), story));
    stories.values().removeIf(story -> story.status() == StoryStatus.MERGED);
    return new FollowedStream(detections, stories, values(kafka, kafka.topics().alerts()));
  }

  /** What is in one and not in the other, as often as it is there more often. */
  static List<String> without(List<String> these, List<String> those) {
    List<String> rest = new ArrayList<>(these);
    those.forEach(rest::remove);
    return rest;
  }

  /** Which article, in which revision, these detections are of. */
  static List<String> names(List<String> detections) {
    return detections.stream().map(json -> Json.read(json, Detection.class))
        .map(detection -> detection.articleId() + "/" + detection.revision() + " " + detection.url()).toList();
  }

  /** How much there is by now. */
  static long records(KafkaSettings kafka) {
    return values(kafka, kafka.topics().detections()).size() + values(kafka, kafka.topics().stories()).size()
        + values(kafka, kafka.topics().alerts()).size();
  }

  private static <V> List<V> values(KafkaSettings kafka, Topic<V> topic) {
    List<V> values = new ArrayList<>();
    try (var reader = new TopicReader<>(kafka, "proof", topic, PATIENCE)) {
      reader.readValuesToEnd(values::add);
    }
    return values;
  }

  Set<String> alertIds() {
    return alerts.stream().map(Alert::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many there are of each kind, of those with these ids. */
  Map<AlertKind, Long> kinds(Set<String> ids) {
    return alerts.stream()
        .filter(alert -> ids.contains(alert.id()) && alert.kind() != null)
        .collect(Collectors.groupingBy(
            alert -> Objects.requireNonNull(alert.kind()), TreeMap::new, Collectors.counting()));
  }

  int toldTwice() {
    return alerts.size() - alertIds().size();
  }

  /** Stories of which the first alert is missing, or was told again. */
  Set<String> storiesNotOpenedOnce() {
    Map<String, Integer> opened = new HashMap<>();
    alerts.stream().filter(alert -> alert.kind() == AlertKind.OPENED)
        .forEach(alert -> opened.merge(String.valueOf(alert.storyId()), 1, Integer::sum));
    Set<String> odd = new TreeSet<>();
    opened.forEach((story, times) -> {
      if (times > 1) {
        odd.add(story + " opened " + times + " times");
      }
    });
    alerts.stream().map(alert -> String.valueOf(alert.storyId()))
        .filter(story -> stories.containsKey(story) && !opened.containsKey(story))
        .forEach(story -> odd.add(story + " told, never opened"));
    return odd;
  }

  /** B-cubed F1 (Bagga and Baldwin, 1998) of these stories against those, over the articles of either. */
  double agreementWith(FollowedStream other) {
    Map<String, Set<String>> here = together();
    Map<String, Set<String>> there = other.together();
    Set<String> all = new TreeSet<>(here.keySet());
    all.addAll(there.keySet());
    double precision = 0;
    double recall = 0;
    for (String article : all) {
      Set<String> mine = here.getOrDefault(article, Set.of(article));
      Set<String> theirs = there.getOrDefault(article, Set.of(article));
      Set<String> both = new HashSet<>(mine);
      both.retainAll(theirs);
      precision += (double) both.size() / mine.size();
      recall += (double) both.size() / theirs.size();
    }
    return 2 * precision * recall / (precision + recall) / all.size();
  }

  private Map<String, Set<String>> together() {
    Map<String, Set<String>> together = new TreeMap<>();
    for (Story story : stories.values()) {
      Set<String> ids = story.articles().stream().map(Source::articleId).collect(Collectors.toSet());
      ids.forEach(id -> together.put(id, ids));
    }
    return together;
  }
}
