package io.tensionwire.processor;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import java.util.function.Function;

/** A watch that is in force. */
record Watching(String id, String version, Function<Article, Judgement> judge) {

  static Watching with(Detector detector) {
    return new Watching(detector.watchId(), detector.watchVersion(), detector::judge);
  }
}
