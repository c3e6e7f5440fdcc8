package io.tensionwire.detection.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.follow.FollowSettings;
import io.tensionwire.detection.follow.Following;
import io.tensionwire.detection.follow.Memory;
import io.tensionwire.detection.follow.Outcome;
import io.tensionwire.detection.memory.Shelf;
import io.tensionwire.detection.position.PositionState;
import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.tension.StoryShare;
import io.tensionwire.detection.tension.TensionDay;
import io.tensionwire.detection.tension.TensionWindow;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A store may give back what it was given or read it from its JSON: it is the same. */
class RememberedAsJsonTest {

  @Test
  void whatIsReadFromJsonLeadsToTheSame() {
    var detector = Articles.shipped();
    List<StreamRun.Read> articles = StreamRun.read(detector, LabelledStream.of("a"));

    assertThat(follow(articles, new Memory(
        new JsonShelf<>(FollowedArticle.class), new JsonShelf<>(StoryState.class), new JsonShelf<>(TensionDay.class),
        new JsonShelf<>(StoryShare.class), new JsonShelf<>(TensionWindow.class), new JsonShelf<>(PositionState.class))))
        .isEqualTo(follow(articles, Memory.onHeap()))
        .hasSizeGreaterThan(100);
  }

  private static List<Outcome> follow(List<StreamRun.Read> articles, Memory memory) {
    var rules = Articles.shipped().rules();
    var following = new Following(memory, FollowSettings.USUAL, id -> rules);
    List<Outcome> outcomes = new ArrayList<>();
    for (StreamRun.Read read : articles) {
      Detection detection = read.detection();
      if (detection != null && !following.knows(detection)) {
        outcomes.addAll(following.follow(detection, detection.fetchedAt()));
        outcomes.addAll(following.tick(detection.fetchedAt()));
      }
    }
    return outcomes;
  }

  private static final class JsonShelf<V> implements Shelf<V> {
    private final Class<V> type;
    private final TreeMap<String, String> things = new TreeMap<>();

    JsonShelf(Class<V> type) {
      this.type = type;
    }

    @Override
    public @Nullable V get(String key) {
      String json = things.get(key);
      return json == null ? null : Json.read(json, type);
    }

    @Override
    public void put(String key, V value) {
      things.put(key, Json.write(value));
    }

    @Override
    public void delete(String key) {
      things.remove(key);
    }

    @Override
    public void forEach(BiConsumer<String, V> reader) {
      things.forEach((key, json) -> reader.accept(key, Json.read(json, type)));
    }
  }
}
