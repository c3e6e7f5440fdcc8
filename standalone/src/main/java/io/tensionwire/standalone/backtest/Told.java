package io.tensionwire.standalone.backtest;

import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.net.URI;

/**
 * An alert that there would have been, and what the other watch made of the same article.
 *
 * @param articleId the article that caused it
 * @param other absent, as a text, where the other watch did not see the article
 */
record Told(Alert alert, String articleId, String title, URI url, Judgement own, Judgement other) {

  /** What a watch made of an article, in words. */
  static String why(Judgement judgement) {
    return switch (judgement) {
      case Judgement.PassedOver(String reason) -> "passes the article over: " + reason;
      case Judgement.Named(Detection detection) -> {
        if (detection.severity() == null) {
          yield "finds nothing worth telling: "
              + (detection.passedOver() == null ? "no severity" : detection.passedOver());
        }
        yield WireName.of(detection.severity()) + detection.signals().stream()
            .filter(Signal::current).findFirst()
            .map(signal -> ", " + signal.id() + " “" + signal.phrase() + "”").orElse("");
      }
    };
  }
}
