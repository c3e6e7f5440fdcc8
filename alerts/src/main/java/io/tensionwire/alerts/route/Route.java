package io.tensionwire.alerts.route;

import io.tensionwire.model.Alert;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of the routing tree, after Alertmanager's. An alert that matches goes down to the first of {@code routes}
 * that takes it; one that says {@code continue} takes it and also lets it go on to those after it. What none of them
 * keeps goes to this route's own receiver.
 *
 * <p>Other than in Alertmanager, a parent also gets what its routes took with {@code continue} and nobody after them
 * kept: so "the console shows everything, the newsroom hears what matters" is one route below another.
 *
 * @param receiver inherited from the parent where it is not given
 * @param mention whom a rise to high or critical wakes, in the receiver's own words; inherited with the receiver
 * @param matchers all must match; none match everything
 * @param continues whether those after it are asked too
 */
public record Route(
    @Nullable String receiver, @Nullable String mention, List<Matcher> matchers, boolean continues, List<Route> routes) {

  public Route {
    matchers = List.copyOf(matchers);
    routes = List.copyOf(routes);
  }

  /** A tree of one route, which takes everything. */
  public static Route to(String receiver) {
    return new Route(receiver, null, List.of(), false, List.of());
  }

  /**
   * Reads the tree.
   *
   * @param receivers that may be named
   */
  public static Route from(Section section, Set<String> receivers) {
    return from(section, receivers, null, null);
  }

  private static Route from(Section section, Set<String> receivers, @Nullable String inherited, @Nullable String inheritedMention) {
    String receiver = section.text("receiver");
    if (receiver != null && !receivers.contains(receiver)) {
      String nearest = Nearest.to(receiver, receivers);
      throw section.error(
          "receiver", "is not a receiver" + (nearest == null
              ? "; there are " + String.join(", ", receivers)
              : "; did you mean " + nearest + "?"));
    }
    String own = receiver == null ? inherited : receiver;
    String mention = section.text("mention");
    // One receiver's word for a person means nothing to another.
    String wakes = mention == null && (receiver == null || receiver.equals(inherited)) ? inheritedMention : mention;
    List<Matcher> matchers = new ArrayList<>();
    for (String text : section.texts("matchers")) {
      matchers.add(matcher(section, text));
    }
    List<Route> routes = new ArrayList<>();
    for (Section child : section.sections("routes")) {
      routes.add(from(child, receivers, own, wakes));
    }
    if (own == null && routes.isEmpty()) {
      throw section.error("names no receiver; add receiver, one of " + String.join(", ", receivers));
    }
    return new Route(own, wakes, matchers, section.flag("continue", false), routes);
  }

  private static Matcher matcher(Section section, String text) {
    try {
      return Matcher.parse(text);
    } catch (IllegalArgumentException e) {
      throw section.error("matchers", "has '" + text + "': " + e.getMessage());
    }
  }

  /**
   * Who hears of an alert, each once, in the order of the tree and on the terms of the first route that names it; empty
   * where nobody does.
   */
  public List<Destination> destinations(Alert alert) {
    Map<String, Destination> destinations = new LinkedHashMap<>();
    takes(alert, destinations);
    return List.copyOf(destinations.values());
  }

  /** The terms on which a receiver hears of an alert; {@code null} where it does not. */
  public @Nullable Destination destination(Alert alert, String receiver) {
    return destinations(alert).stream().filter(each -> each.receiver().equals(receiver)).findFirst().orElse(null);
  }

  /** Whether this route or one below it keeps the alert. */
  private boolean takes(Alert alert, Map<String, Destination> destinations) {
    if (!matchers.stream().allMatch(matcher -> matcher.matches(alert))) {
      return false;
    }
    for (Route route : routes) {
      if (route.takes(alert, destinations)) {
        return !continues;
      }
    }
    String own = receiver();
    if (own == null) {
      return false;
    }
    destinations.putIfAbsent(own, new Destination(own, mention));
    return !continues;
  }
}
