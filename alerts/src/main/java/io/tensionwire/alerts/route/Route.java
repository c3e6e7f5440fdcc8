package io.tensionwire.alerts.route;

import io.tensionwire.model.Alert;
import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
 * @param matchers all must match; none match everything
 * @param continues whether those after it are asked too
 */
public record Route(
    @Nullable String receiver, List<Matcher> matchers, boolean continues, List<Route> routes) {

  public Route {
    matchers = List.copyOf(matchers);
    routes = List.copyOf(routes);
  }

  /** A tree of one route, which takes everything. */
  public static Route to(String receiver) {
    return new Route(receiver, List.of(), false, List.of());
  }

  /**
   * Reads the tree.
   *
   * @param receivers that may be named
   */
  public static Route from(Section section, Set<String> receivers) {
    return from(section, receivers, null);
  }

  private static Route from(Section section, Set<String> receivers, @Nullable String inherited) {
    String receiver = section.text("receiver");
    if (receiver != null && !receivers.contains(receiver)) {
      String nearest = Nearest.to(receiver, receivers);
      throw section.error(
          "receiver", "is not a receiver" + (nearest == null
              ? "; there are " + String.join(", ", receivers)
              : "; did you mean " + nearest + "?"));
    }
    String own = receiver == null ? inherited : receiver;
    List<Matcher> matchers = new ArrayList<>();
    for (String text : section.texts("matchers")) {
      matchers.add(matcher(section, text));
    }
    List<Route> routes = new ArrayList<>();
    for (Section child : section.sections("routes")) {
      routes.add(from(child, receivers, own));
    }
    if (own == null && routes.isEmpty()) {
      throw section.error("names no receiver; add receiver, one of " + String.join(", ", receivers));
    }
    return new Route(own, matchers, section.flag("continue", false), routes);
  }

  private static Matcher matcher(Section section, String text) {
    try {
      return Matcher.parse(text);
    } catch (IllegalArgumentException e) {
      throw section.error("matchers", "has '" + text + "': " + e.getMessage());
    }
  }

  /** Who hears of an alert, each once, in the order of the tree; empty where nobody does. */
  public Set<String> receiversOf(Alert alert) {
    Set<String> receivers = new LinkedHashSet<>();
    takes(alert, receivers);
    return receivers;
  }

  /** Whether this route or one below it keeps the alert. */
  private boolean takes(Alert alert, Set<String> receivers) {
    if (!matchers.stream().allMatch(matcher -> matcher.matches(alert))) {
      return false;
    }
    for (Route route : routes) {
      if (route.takes(alert, receivers)) {
        return !continues;
      }
    }
    String own = receiver();
    if (own == null) {
      return false;
    }
    receivers.add(own);
    return !continues;
  }
}
