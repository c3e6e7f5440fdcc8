package io.tensionwire.alerts;

import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.alerts.route.Destination;
import io.tensionwire.alerts.route.RouteReview;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.model.Alert;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would become of an alert, by the very stages that decide about real ones; nobody is told. */
public final class RouteRehearsal {

  /**
   * What one receiver would hear.
   *
   * @param reason why not, or not now; {@code null}: it is told at once
   * @param until when it is told in a digest; {@code null}: at once, or never
   */
  public record Fate(
      Destination destination, @Nullable String reason, @Nullable Instant until, @Nullable String mention) {}

  private RouteRehearsal() {}

  /** The fate of an alert at each receiver that its routes name. */
  public static List<Fate> of(AlertsConfig config, Silences silences, Clock clock, Alert alert) {
    Map<String, Receiver> receivers = new LinkedHashMap<>();
    config.receivers().forEach(each -> each.open().ifPresent(receiver -> receivers.put(each.name(), receiver)));
    try {
      var pipeline = new AlertPipeline(config, receivers, silences, clock);
      List<Fate> fates = new ArrayList<>();
      for (Destination destination : config.routing().destinations(alert)) {
        AlertPipeline.HeldBack held = pipeline.heldBack(alert, destination);
        fates.add(new Fate(
            destination, held == null ? null : held.reason(), held == null ? null : held.until(),
            destination.wakes(alert)));
      }
      return fates;
    } finally {
      receivers.values().forEach(Receiver::close);
    }
  }

  /** What is to be mended in the routes of a configuration that can be read. */
  public static List<RouteReview.Finding> review(AlertsConfig config) {
    Set<String> names = config.receivers().stream().map(ReceiverConfig::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> without = config.receivers().stream().filter(each -> !each.tellsNotices()).map(ReceiverConfig::name)
        .collect(Collectors.toSet());
    Set<String> answering = config.receivers().stream().filter(ReceiverConfig::takesAnswers).map(ReceiverConfig::name)
        .collect(Collectors.toSet());
    Set<String> told = new LinkedHashSet<>();
    if (config.routing().operations() != null) {
      told.add(config.routing().operations());
    }
    told.addAll(config.fallbacks().byReceiver().values());
    List<RouteReview.Finding> findings = new ArrayList<>();
    if (config.shifts() != null) {
      told.add(config.shifts().tell());
      if (without.contains(config.shifts().tell())) {
        findings.add(new RouteReview.Finding(
            0, "alerts.shifts", config.shifts().tell() + " can be told single alerts only, so no hand-over"));
      }
    }
    findings.addAll(RouteReview.of(
        config.routing(), new RouteReview.Surroundings(names, without, answering, told, config.muteTimes())));
    return findings;
  }
}
