package io.tensionwire.processor;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import java.util.function.Function;

/** A watch that is compiled. */
record Watching(String id, String version, Function<Article, Judgement> judge) {

  static Watching with(Detector detector) {
    return new Watching(detector.watchId(), detector.watchVersion(), detector::judge);
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
