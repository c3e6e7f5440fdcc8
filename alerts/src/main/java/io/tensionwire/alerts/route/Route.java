package io.tensionwire.alerts.route;

import io.tensionwire.model.yaml.Section;
import java.util.ArrayList;
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
 * @param place where it stands in the configuration, such as {@code alerts.route.routes[1]}
 * @param line of its file, from 1; 0 where it is written nowhere
 * @param terms of those it tells
 * @param matchers all must match; none match everything
 * @param continues whether those after it are asked too
 */
public record Route(
    String place, int line, Terms terms, List<Matcher> matchers, boolean continues, List<Route> routes) {

  public Route {
    matchers = List.copyOf(matchers);
    routes = List.copyOf(routes);
  }

  /** A tree of one route, which takes everything. */
  public static Route to(String receiver) {
    return new Route("alerts.route", 0, Terms.of(receiver), List.of(), false, List.of());
  }

  /**
   * Reads the tree.
   *
   * @param receivers that may be named
   * @param muteTimes that may be named
   */
  public static Route from(Section section, Set<String> receivers, Set<String> muteTimes) {
    return from(section, receivers, muteTimes, Terms.NONE);
  }

  private static Route from(Section section, Set<String> receivers, Set<String> muteTimes, Terms above) {
    Terms terms = Terms.from(section, above, receivers, muteTimes);
    List<Matcher> matchers = new ArrayList<>();
    for (String text : section.texts("matchers")) {
      matchers.add(matcher(section, text));
    }
    List<Route> routes = new ArrayList<>();
    for (Section child : section.sections("routes")) {
      routes.add(from(child, receivers, muteTimes, terms));
    }
    if (terms.receiver() == null && routes.isEmpty()) {
      throw section.error("names no receiver; add receiver, one of " + String.join(", ", receivers));
    }
    return new Route(
        section.path(), section.line(), terms, matchers, section.flag("continue", false), routes);
  }

  private static Matcher matcher(Section section, String text) {
    try {
      return Matcher.parse(text);
    } catch (IllegalArgumentException e) {
      throw section.error("matchers", "has '" + text + "': " + e.getMessage());
    }
  }

  /** Whom it tells itself; {@code null} where it only passes on. */
  public @Nullable Destination destination() {
    return terms.destination();
  }
}
