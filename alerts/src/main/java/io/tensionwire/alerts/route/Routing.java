package io.tensionwire.alerts.route;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of what: the tree, and beside it those who keep the machinery running.
 *
 * @param operations the receiver of trouble with our own coverage and with receivers. Routes are told of coverage only
 *     where they, or one above them, ask for {@code kind = coverage}. {@code null}: nobody is, and the tree alone decides
 */
public record Routing(Route tree, @Nullable String operations) {

  /** An alert's way through the tree. */
  public RouteWalk walk(Alert alert) {
    return RouteWalk.of(tree, alert, forOperations(alert));
  }

  /** Who hears of an alert, each once; empty where nobody does. */
  public List<Destination> destinations(Alert alert) {
    List<Destination> destinations = new ArrayList<>(walk(alert).destinations());
    String operators = operations;
    if (operators != null && forOperations(alert)
        && destinations.stream().noneMatch(each -> each.receiver().equals(operators))) {
      destinations.addFirst(new Destination(operators, null));
    }
    return destinations;
  }

  /** The terms on which a receiver hears of an alert; {@code null} where it does not. */
  public @Nullable Destination destination(Alert alert, String receiver) {
    return destinations(alert).stream().filter(each -> each.receiver().equals(receiver)).findFirst().orElse(null);
  }

  /** Whether an alert is the operators' business before it is anybody else's. */
  public boolean forOperations(Alert alert) {
    return operations != null && alert.kind() == AlertKind.COVERAGE;
  }
}
