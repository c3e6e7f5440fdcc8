package io.tensionwire.processor;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.tensionwire.detection.alert.Untold;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Detection;
import io.tensionwire.model.WireName;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of articles, counted where it is decided. A transaction that is tried again counts again. */
final class Counts {

  private static final String ARTICLES = "tensionwire.processor.articles";

  private final MeterRegistry meters;
  private final MultiGauge watches;
  private final Map<Integer, AtomicInteger> held = new ConcurrentHashMap<>();

  Counts(MeterRegistry meters) {
    this.meters = meters;
    this.watches = MultiGauge.builder("tensionwire.processor.watches").register(meters);
  }

  /** Which version of each watch articles are judged by. */
  void inForce(Collection<Watching> inForce) {
    watches.register(
        inForce.stream()
            .<MultiGauge.Row<?>>map(
                watch -> MultiGauge.Row.of(Tags.of("watch", watch.id(), "version", watch.version()), 1))
            .toList(),
        true);
  }

  /** A version on the topic that is not right. */
  void watchRefused(String watch) {
    meters.counter("tensionwire.processor.watch.errors", "watch", watch).increment();
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

  /** How many detections of a partition wait for earlier ones. */
  void held(int partition, int detections) {
    held.computeIfAbsent(
        partition,
        number -> requireNonNull(meters.gauge(
            "tensionwire.processor.detections.held", Tags.of("partition", Integer.toString(number)),
            new AtomicInteger())))
        .set(detections);
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

  /** An article that says something of note, and that nobody is told of. */
  void untold(Untold why) {
    meters.counter("tensionwire.processor.untold", "reason", WireName.of(why)).increment();
  }

  void deadLetter(String step) {
    meters.counter("tensionwire.processor.dead.letters", "step", step).increment();
  }
}
