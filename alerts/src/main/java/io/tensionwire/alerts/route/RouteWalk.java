package io.tensionwire.alerts.route;

import io.tensionwire.model.Alert;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One alert's way through the tree: whom it reached, and what became of it at each route. */
public final class RouteWalk {

  /**
   * What became of the alert at a route. A route that was not asked has none.
   *
   * @param failed the first matcher that did not match; {@code null}: all did
   * @param told whether the route's own receiver is told
   * @param keeps whether it or a route below it took the alert and did not let it go on
   */
  public record Step(@Nullable Matcher failed, boolean told, boolean keeps) {}

  private final Alert alert;
  private final Map<String, Destination> destinations = new LinkedHashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();

  private RouteWalk(Alert alert) {
    this.alert = alert;
  }

  /** @param byNameOnly whether only routes are told that ask for it by name */
  static RouteWalk of(Route tree, Alert alert, boolean byNameOnly) {
    var walk = new RouteWalk(alert);
    walk.keeps(tree, !byNameOnly);
    return walk;
  }

  /**
   * Who hears of the alert, each once, in the order of the tree and on the terms of the first route that names it; empty
   * where nobody does.
   */
  public List<Destination> destinations() {
    return List.copyOf(destinations.values());
  }

  /** What became of it at a route; {@code null} where a route before it kept it. */
  public @Nullable Step at(Route route) {
    return steps.get(route.place());
  }

  /**
   * Asks a route and those below it.
   *
   * @param named whether it is asked for by name already
   */
  private boolean keeps(Route route, boolean named) {
    Matcher failed =
        route.matchers().stream().filter(matcher -> !matcher.matches(alert)).findFirst().orElse(null);
    if (failed != null) {
      steps.put(route.place(), new Step(failed, false, false));
      return false;
    }
    boolean tells = named || route.matchers().stream().anyMatch(RouteWalk::asksForCoverage);
    for (Route below : route.routes()) {
      if (keeps(below, tells)) {
        steps.put(route.place(), new Step(null, false, !route.continues()));
        return !route.continues();
      }
    }
    Destination own = tells ? route.destination() : null;
    if (own == null) {
      steps.put(route.place(), new Step(null, false, false));
      return false;
    }
    destinations.putIfAbsent(own.receiver(), own);
    steps.put(route.place(), new Step(null, true, !route.continues()));
    return !route.continues();
  }

  private static boolean asksForCoverage(Matcher matcher) {
    return matcher.field() == AlertField.KIND && matcher.operator() == Matcher.Operator.IS
        && matcher.value().equals("coverage");
  }
}
