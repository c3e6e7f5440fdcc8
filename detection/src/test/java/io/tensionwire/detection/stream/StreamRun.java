package io.tensionwire.detection.stream;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Following;
import io.tensionwire.detection.follow.Memory;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.model.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A labelled stream, detected and followed. */
final class StreamRun {

  /** An article, what was detected in it, and the story it is in when all have arrived; both may be absent. */
  record Placed(StreamArticle article, @Nullable Detection detection, @Nullable String story) {
    BCubed.Item item() {
      String label = article.story();
      return new BCubed.Item(
          article.id(), String.valueOf(article.article().language()), label == null ? "none " + article.id() : label,
          story);
    }
  }

  private final List<Placed> placed;

  private StreamRun(List<Placed> placed) {
    this.placed = placed;
  }

  /** What was detected in an article; absent where it is none of the watch's business. */
  record Read(StreamArticle article, @Nullable Detection detection) {}

  static List<Read> read(Detector detector, LabelledStream stream) {
    return stream.articles().stream()
        .map(a -> new Read(
            a, detector.judge(a.article()) instanceof Judgement.Named(Detection detection) ? detection : null))
        .toList();
  }

  static StreamRun of(List<Read> articles) {
    Memory memory = Memory.onHeap();
    Following following = new Following(memory, FollowSettings.USUAL, id -> null);
    for (Read read : articles) {
      Detection detection = read.detection();
      if (detection != null && !following.knows(detection)) {
        following.follow(detection, detection.fetchedAt());
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (Read read : articles) {
      Detection detection = read.detection();
      FollowedArticle followed = detection == null
          ? null : memory.articles().get(FollowedArticle.key(detection.watchId(), detection.articleId()));
      placed.add(new Placed(read.article(), detection, followed == null ? null : followed.storyId()));
    }
    return new StreamRun(placed);
  }

  List<Placed> placed() {
    return placed;
  }

  /** Those that report a story. */
  List<BCubed.Item> labelled() {
    return placed.stream().filter(p -> p.article().story() != null).map(Placed::item).toList();
  }

  /** All, with each that reports none as a story of its own. */
  List<BCubed.Item> all() {
    return placed.stream().map(Placed::item).toList();
  }

  /** Articles that report no story and yet are in one with an article that does. */
  List<StreamArticle> falseJoins() {
    return placed.stream()
        .filter(p -> p.article().story() == null && p.story() != null)
        .filter(p -> placed.stream().anyMatch(o -> o.article().story() != null && Objects.equals(p.story(), o.story())))
        .map(Placed::article)
        .toList();
  }
}
