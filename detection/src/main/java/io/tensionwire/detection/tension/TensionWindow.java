package io.tensionwire.detection.tension;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.TensionPoint;
import java.time.LocalDate;

/**
 * A window as it was last told.
 *
 * @param lastDay the day that it ends with
 * @param raised whether an alert told it
 */
public record TensionWindow(TensionPoint point, LocalDate lastDay, boolean raised) {

  public TensionWindow {
    requireNonNull(point, "point of a window is missing");
    requireNonNull(lastDay, () -> "lastDay is missing: " + point.watchId());
  }

  static String key(String watchId, String direction, Span span, LocalDate lastDay) {
    return String.join("/", watchId, direction, span.text(), lastDay.toString());
  }

  String key() {
    return key(point.watchId(), point.direction(), Span.of(point.window()), lastDay);
  }
}
