package io.tensionwire.detection.tension;

import io.tensionwire.model.TensionPoint;
import java.time.Duration;

/** How long a window is. */
enum Span {
  DAY(1, "P1D", TensionPoint.DAY),
  WEEK(7, "P7D", TensionPoint.WEEK);

  private final int days;
  private final String text;
  private final Duration duration;

  Span(int days, String text, Duration duration) {
    this.days = days;
    this.text = text;
    this.duration = duration;
  }

  static Span of(Duration duration) {
    return duration.equals(TensionPoint.WEEK) ? WEEK : DAY;
  }

  int days() {
    return days;
  }

  String text() {
    return text;
  }

  Duration duration() {
    return duration;
  }
}
