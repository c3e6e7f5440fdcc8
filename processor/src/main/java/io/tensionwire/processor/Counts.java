package io.tensionwire.processor;

import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Detection;
import io.tensionwire.model.WireName;

/** What becomes of articles, counted where it is decided. A transaction that is tried again counts again. */
final class Counts {

  private static final String ARTICLES = "tensionwire.processor.articles";

  private final MeterRegistry meters;

  Counts(MeterRegistry meters) {
    this.meters = meters;
  }

  void passedOver(String watch, String reason) {
    meters.counter(ARTICLES, "watch", watch, "outcome", "passed-over", "reason", reason).increment();
  }

  /** An article that names the pair: {@code detected} where it is worth telling, else {@code named}. */
  void named(Detection detection) {
    meters
        .counter(
            ARTICLES, "watch", detection.watchId(), "outcome", detection.worthTelling() ? "detected" : "named",
            "reason", requireNonNullElse(detection.passedOver(), ""))
        .increment();
  }

  /** A revision that was followed before. */
  void repeated(String watch) {
    meters.counter("tensionwire.processor.detections.repeated", "watch", watch).increment();
  }

  void raised(Alert alert) {
    AlertKind kind = alert.kind();
    meters
        .counter(
            "tensionwire.processor.alerts", "watch", alert.watchId(), "kind", kind == null ? "" : WireName.of(kind))
        .increment();
  }

  void deadLetter(String step) {
    meters.counter("tensionwire.processor.dead.letters", "step", step).increment();
  }
}
