package io.tensionwire.standalone.document;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Explanation;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import io.tensionwire.standalone.process.Terminal;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A judgement for people. */
final class ReadableJudgement {
  private final Detector detector;
  private final boolean explain;

  ReadableJudgement(Detector detector, boolean explain) {
    this.detector = detector;
    this.explain = explain;
  }

  void print(String name, Article article, PrintWriter out) {
    Explanation explanation = detector.explain(article);
    out.println(name + ": " + article.title());
    switch (explanation.judgement()) {
      case Judgement.PassedOver(String reason) -> out.println("  passed over: " + reason);
      case Judgement.Named(Detection detection) -> print(detection, explanation, out);
    }
  }

  private void print(Detection detection, Explanation explanation, PrintWriter out) {
    String kind = WireName.of(detection.language()) + ", " + WireName.of(detection.genre());
    if (detection.worthTelling()) {
      out.println("  " + wire(detection.severity()) + ", " + wire(detection.polarity()) + ", score "
          + detection.score() + " (" + kind + ")");
    } else {
      out.println("  no alert: " + detection.passedOver() + " (" + kind + ")");
    }
    for (Signal signal : detection.signals()) {
      String direction = signal.direction();
      out.println("  - " + wire(signal.category()) + ", " + wire(signal.stance()) + (signal.current() ? "" : ", recap")
          + (direction == null ? "" : ", " + direction) + (signal.speaker() == null ? "" : ", " + signal.speaker())
          + ": \"" + signal.phrase() + "\" (" + wire(signal.field()) + " " + signal.start() + "-" + signal.end() + ")");
    }
    if (explain) {
      new ExplainedScore(Terminal.ofProcess()).print(explanation, detection.score(), out);
    }
  }

  private static String wire(@Nullable Enum<?> constant) {
    return constant == null ? "-" : WireName.of(constant);
  }
}
