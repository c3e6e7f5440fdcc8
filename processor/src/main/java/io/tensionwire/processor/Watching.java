package io.tensionwire.processor;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Article;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A watch that is compiled.
 *
 * @param rules what it says; absent for one that only judges: of that, neither tension nor positions are followed
 */
record Watching(String id, String version, @Nullable WatchRules rules, Function<Article, Judgement> judge) {

  Watching(String id, String version, Function<Article, Judgement> judge) {
    this(id, version, null, judge);
  }

  static Watching with(Detector detector) {
    return new Watching(detector.watchId(), detector.watchVersion(), detector.rules(), detector::judge);
  }

  /**
   * Compiles a watch as it stands on the topic.
   *
   * @throws YamlException naming line and reason of each mistake, where it is not right
   */
  static Watching of(Watch watch) {
    Detector detector = Detector.of(watch);
    if (!detector.watchId().equals(watch.id())) {
      throw YamlException.at(
          watch.id() + ".yaml", 0, "has the id " + detector.watchId() + ", but was pushed as " + watch.id());
    }
    return with(detector);
  }
}
