package io.tensionwire.alerts;

import io.tensionwire.alerts.console.ConsoleConfig;
import io.tensionwire.alerts.delivery.Fallbacks;
import io.tensionwire.alerts.digest.ShiftsConfig;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.route.Names;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.time.MuteTimes;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what.
 *
 * @param maxAge events older than this are recorded, not told
 * @param giveUpAfter an alert is not tried longer than this after it was raised
 * @param zone of the newsroom
 * @param muteTimes that routes may name
 * @param shifts when one shift hands over to the next; {@code null}: never
 * @param templates the newsroom's own wording
 * @param fallbacks who tells what a dead receiver should have told
 */
public record AlertsConfig(
    Duration maxAge, Duration giveUpAfter, ZoneId zone, List<ReceiverConfig> receivers, Routing routing,
    MuteTimes muteTimes, @Nullable ShiftsConfig shifts, Templates templates, Fallbacks fallbacks) {

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
    ZoneId given = section.zone("zone");
    ZoneId zone = given == null ? ZoneId.systemDefault() : given;
    MuteTimes muteTimes = MuteTimes.from(section.section("mute-times"), zone);
    section.know(List.of("first-poll")); // the processor's
    return new AlertsConfig(
        positive(section, "max-age", DAY),
        positive(section, "give-up-after", DAY),
        zone,
        receivers,
        new Routing(
            route(section, names, muteTimes.names()),
            section.text("operations") == null ? null : Names.known(section, "operations", "receiver", names)),
        muteTimes,
        section.has("shifts") ? ShiftsConfig.from(section.section("shifts"), names) : null,
        section.has("templates") ? Templates.from(section.section("templates")) : Templates.USUAL,
        fallbacks(section, names));
  }

  private static Fallbacks fallbacks(Section section, Set<String> names) {
    Map<String, String> byReceiver = new LinkedHashMap<>();
    for (Section item : section.sections("receivers")) {
      String fallback = known(item, "fallback", names);
      String name = item.required("name");
      if (name.equals(fallback)) {
        throw item.error("fallback", "is the receiver itself; name another one");
      }
      if (fallback != null) {
        byReceiver.put(name, fallback);
      }
    }
    return new Fallbacks(
        positive(section, "dead-after", Fallbacks.DEAD_AFTER), known(section, "operations", names), byReceiver);
  }

  private static @Nullable String known(Section section, String key, Set<String> names) {
    return section.text(key) == null ? null : Names.known(section, key, "receiver", names);
  }

  private static Route route(Section section, Set<String> names, Set<String> muteTimes) {
    if (section.has("route")) {
      return Route.from(section.section("route"), names, muteTimes);
    }
    if (names.size() > 1) {
      throw section.error(
          "route is missing: it says which of the receivers " + String.join(", ", names) + " hears what");
    }
    return Route.to(names.iterator().next());
  }

  private static Duration positive(Section section, String key, Duration usual) {
    Duration duration = section.duration(key, usual);
    if (duration.isZero() || duration.isNegative()) {
      throw section.error(
          key, "must be longer than nothing; " + (usual.equals(DAY) ? "24h" : usual.toMinutes() + "m") + " is usual");
    }
    return duration;
  }
}
