package io.tensionwire.alerts.route;

import io.tensionwire.alerts.time.MuteTimes;
import io.tensionwire.alerts.time.TimesOfDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a tree though it can be read: routes that nothing reaches, receivers that nobody tells. */
public final class RouteReview {

  /**
   * One thing to be mended, or only to be known.
   *
   * @param line of the configuration, from 1; 0 where it is about no line
   * @param place such as {@code alerts.route.routes[1]}
   * @param toBeMended whether something is wrong; otherwise the route does what it says, and perhaps not what was meant
   */
  public record Finding(int line, String place, String text, boolean toBeMended) {

    /** Something that is wrong. */
    public Finding(int line, String place, String text) {
      this(line, place, text, true);
    }

    private static Finding note(Route route, String text) {
      return new Finding(route.line(), route.place(), text, false);
    }
  }

  /**
   * What a tree may refer to.
   *
   * @param receivers all that are configured
   * @param withoutNotices those of them that can be told alerts alone, so no digest
   * @param answering those whose readers can acknowledge an alert
   * @param otherwiseTold those that are told something by another part of the configuration
   */
  public record Surroundings(
      Set<String> receivers, Set<String> withoutNotices, Set<String> answering, Set<String> otherwiseTold,
      MuteTimes muteTimes) {}

  private static final List<Matcher> AT_LEAST_HIGH = List.of(Matcher.parse("severity >= high"));
  private static final List<Matcher> AT_MOST_ELEVATED = List.of(Matcher.parse("severity <= elevated"));

  private final Surroundings surroundings;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> told = new LinkedHashSet<>();
  private boolean nobodyAnswers;

  private RouteReview(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** In the order of the tree. */
  public static List<Finding> of(Routing routing, Surroundings surroundings) {
    var review = new RouteReview(surroundings);
    review.told.addAll(surroundings.otherwiseTold());
    review.look(routing.tree(), Condition.ANYTHING, null);
    for (String receiver : surroundings.receivers()) {
      if (!review.told.contains(receiver)) {
        review.findings.add(new Finding(0, "alerts.receivers", receiver + " is told nothing: no route names it that anything reaches"));
      }
    }
    return List.copyOf(review.findings);
  }

  /** @param inherited the digest of the route above */
  private void look(Route route, Condition above, @Nullable TimesOfDay inherited) {
    Condition condition = above.and(route.matchers());
    String contradiction = condition.contradiction();
    if (contradiction != null) {
      find(route, "matches nothing: " + contradiction);
      return;
    }
    terms(route);
    if (!Objects.equals(route.terms().digest(), inherited)) {
      digest(route, condition);
    }
    List<Condition> kept = new ArrayList<>();
    List<Route> keepers = new ArrayList<>();
    List<Route> before = new ArrayList<>();
    for (Route below : route.routes()) {
      Condition reaches = condition.and(below.matchers());
      List<Route> takers = takers(keepers, reaches);
      if (reaches.contradiction() == null && reaches.isCoveredBy(kept)) {
        find(below, "is never reached: " + String.join(" and ", takers.stream().map(RouteReview::said).toList())
            + (takers.size() == 1 ? " takes" : " take") + " all that it matches, without continue");
      } else {
        look(below, condition, route.terms().digest());
        toldBefore(below, reaches, before);
      }
      before.add(below);
      if (!below.continues() && below.destination() != null) {
        kept.add(Condition.ANYTHING.and(below.matchers()));
        keepers.add(below);
      }
    }
    Destination own = route.destination();
    if (own != null && !condition.isCoveredBy(kept)) {
      told.add(own.receiver());
    } else if (own != null && !kept.isEmpty()) {
      find(route, "never tells its own receiver " + own.receiver() + ": the routes below take everything, without continue");
    }
  }

  /** The one that takes everything, else all that may have a part in it. */
  private static List<Route> takers(List<Route> keepers, Condition reaches) {
    return keepers.stream()
        .filter(keeper -> reaches.isCoveredBy(List.of(Condition.ANYTHING.and(keeper.matchers()))))
        .findFirst().map(List::of)
        .orElseGet(() -> keepers.stream().filter(keeper -> !reaches.excludes(keeper.matchers())).toList());
  }

  /** A receiver is told once, on the terms of the first route that names it: those of a later one may never count. */
  private void toldBefore(Route route, Condition reaches, List<Route> before) {
    Destination own = route.destination();
    if (own == null || !route.routes().isEmpty() || reaches.contradiction() != null) {
      return;
    }
    before.stream()
        .filter(other -> other.routes().isEmpty() && other.destination() != null
            && other.destination().receiver().equals(own.receiver())
            && reaches.isCoveredBy(List.of(Condition.ANYTHING.and(other.matchers()))))
        .findFirst()
        .ifPresent(other -> find(route, "tells " + own.receiver() + " nothing that " + said(other) + " does not: "
            + (own.equals(other.destination()) ? "it is told once" : "its own terms never count")
            + "; put it first, or take it out"));
  }

  private void terms(Route route) {
    Destination own = route.destination();
    if (own == null) {
      return;
    }
    boolean holds = own.digest() != null || !own.mutes().isEmpty();
    if (holds && surroundings.withoutNotices().contains(own.receiver())) {
      find(route, "wants a digest at " + own.receiver() + ", which can be told single alerts only");
    }
    if (surroundings.muteTimes().always(own.mutes())) {
      find(route, "is always muted: " + String.join(" and ", own.mutes()) + " leave no moment of the week");
    }
    Unacknowledged unacknowledged = own.unacknowledged();
    if (unacknowledged != null) {
      told.add(unacknowledged.tell());
      if (surroundings.answering().isEmpty() && !nobodyAnswers) {
        nobodyAnswers = true;
        findings.add(Finding.note(
            route, "tells " + unacknowledged.tell() + " every critical alert again: no receiver has a button to"
                + " acknowledge it by (slack with app-token has)"));
      }
      if (surroundings.withoutNotices().contains(unacknowledged.tell())) {
        find(route, "tells " + unacknowledged.tell() + " again, which can be told single alerts only");
      }
    }
  }

  /** Of the digest that a route asks for itself: whether it would ever hold anything, and says what it holds. */
  private void digest(Route route, Condition condition) {
    if (route.terms().digest() == null) {
      return;
    }
    if (condition.excludes(AT_MOST_ELEVATED)) {
      find(route, "has a digest that stays empty: what is high or critical is told at once, and it matches nothing"
          + " else; take digest away");
    } else if (!condition.excludes(AT_LEAST_HIGH)) {
      findings.add(Finding.note(
          route, "holds for its digest what is notice or elevated; what is high or critical is told at once."
              + " To say so: matchers: [ \"severity <= elevated\" ]"));
    }
  }

  private void find(Route route, String text) {
    findings.add(new Finding(route.line(), route.place(), text));
  }

  private static String said(Route route) {
    String place = route.place();
    return place.substring(place.lastIndexOf('.') + 1) + " (line " + route.line() + ")";
  }
}
