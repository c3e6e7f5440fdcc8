package io.tensionwire.alerts.thread;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;

/** A story's first words, or its corrected ones, as things stand after a later alert. */
final class AsOf {

  private AsOf() {}

  static Alert of(Alert words, Alert latest) {
    boolean closed = latest.kind() == AlertKind.CLOSED;
    return new Alert(
        words.id(), closed ? AlertKind.CLOSED : AlertKind.OPENED, words.subject(), words.storyId(), words.watchId(),
        latest.watchVersion(), latest.severity(), latest.confidence(), latest.polarity(), words.headline(), words.url(),
        words.outlet(), words.language(), words.genre(), latest.directions(), words.signals(), latest.articleCount(),
        latest.outletCount(), latest.sources(), null, null, closed ? latest.reason() : null, words.eventAt(),
        latest.raisedAt());
  }
}
