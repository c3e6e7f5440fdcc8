package io.tensionwire.detection.watch;

import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the section {@code alerts} of a watch; what it does not say is as usual. */
final class AlertReader {

  /** Kinds that have a severity to begin at. */
  private static final Set<AlertKind> BY_SEVERITY = EnumSet.of(
      AlertKind.OPENED, AlertKind.ESCALATED, AlertKind.DEESCALATED, AlertKind.CORROBORATED, AlertKind.CORRECTED,
      AlertKind.POSITION);

  private static final List<String> NAMES = Stream.of(AlertKind.values()).map(WireName::of).toList();

  private AlertReader() {}

  static AlertRules read(Section alerts) {
    AlertRules usual = AlertRules.USUAL;
    Map<AlertKind, Severity> from = new EnumMap<>(AlertKind.class);
    for (AlertKind kind : BY_SEVERITY) {
      from.put(kind, alerts.section(WireName.of(kind)).choice("from", Severity.class, usual.from(kind)));
    }
    return new AlertRules(
        muted(alerts), from,
        alerts.section("tension").integer("from", usual.tensionFrom(), 50, 100),
        longerThanNothing(alerts.section("corrected"), "live-every", usual.liveEvery()),
        longerThanNothing(alerts.section("updated"), "every", usual.updateEvery()));
  }

  private static Set<AlertKind> muted(Section alerts) {
    Set<AlertKind> muted = EnumSet.noneOf(AlertKind.class);
    List<String> names = alerts.texts("mute");
    List<Integer> lines = alerts.textLines("mute");
    for (int i = 0; i < names.size(); i++) {
      int kind = NAMES.indexOf(names.get(i));
      if (kind >= 0) {
        muted.add(AlertKind.values()[kind]);
      } else {
        String nearest = Nearest.to(names.get(i), NAMES);
        alerts.mistake(lines.get(i), "mute names " + names.get(i) + ", which is no kind of alert; "
            + (nearest == null ? "they are " + String.join(", ", NAMES) : "did you mean " + nearest + "?"));
      }
    }
    return muted;
  }

  private static Duration longerThanNothing(Section section, String key, Duration usual) {
    Duration time = section.duration(key, usual);
    if (time.isZero() || time.isNegative()) {
      section.mistake(key, "must be longer than nothing; write it like 15m");
    }
    return time;
  }
}
