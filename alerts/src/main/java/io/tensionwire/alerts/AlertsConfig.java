package io.tensionwire.alerts;

import io.tensionwire.alerts.console.ConsoleConfig;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told what.
 *
 * @param maxAge events older than this are recorded, not told
 * @param giveUpAfter an alert is not tried longer than this after it was raised
 * @param zone of the newsroom
 * @param templates the newsroom's own wording
 */
public record AlertsConfig(
    Duration maxAge, Duration giveUpAfter, ZoneId zone, List<ReceiverConfig> receivers, Route route,
    Templates templates) {

  private static final Duration DAY = Duration.ofHours(24);

  public AlertsConfig {
    receivers = List.copyOf(receivers);
  }

  /** Reads {@code alerts}; without receivers there is the console, and it hears everything. */
  public static AlertsConfig from(Section section) {
    List<ReceiverConfig> receivers = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Section item : section.sections("receivers")) {
      ReceiverConfig receiver = ReceiverKinds.from(item);
      if (!names.add(receiver.name())) {
        throw item.error("name", "is given twice; deliveries are recorded by it");
      }
      receivers.add(receiver);
    }
    if (receivers.isEmpty()) {
      receivers.add(new ConsoleConfig("console"));
      names.add("console");
    }
    ZoneId zone = section.zone("zone");
    section.know(List.of("first-poll")); // the processor's
    return new AlertsConfig(
        positive(section, "max-age"),
        positive(section, "give-up-after"),
        zone == null ? ZoneId.systemDefault() : zone,
        receivers,
        route(section, names),
        section.has("templates") ? Templates.from(section.section("templates")) : Templates.USUAL);
  }

  private static Route route(Section section, Set<String> names) {
    if (section.has("route")) {
      return Route.from(section.section("route"), names);
    }
    if (names.size() > 1) {
      throw section.error(
          "route is missing: it says which of the receivers " + String.join(", ", names) + " hears what");
    }
    return Route.to(names.iterator().next());
  }

  private static Duration positive(Section section, String key) {
    Duration duration = section.duration(key, DAY);
    if (duration.isZero() || duration.isNegative()) {
      throw section.error(key, "must be longer than nothing; 24h is usual");
    }
    return duration;
  }
}
