package io.tensionwire.alerts.route;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Severity;
import io.tensionwire.model.yaml.Section;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {

  private static final Set<String> RECEIVERS = Set.of("console", "newsroom", "desk");
  private static final Alert NOTICE = alert().severity(Severity.NOTICE).build();
  private static final Alert HIGH = alert().severity(Severity.HIGH).build();

  @Test
  void whatNoRouteKeepsGoesToTheParent() {
    Route route = route("""
        receiver: console
        routes:
          - receiver: newsroom
            matchers: [ "severity >= elevated" ]
        """);

    assertThat(receivers(route, NOTICE)).containsExactly("console");
    assertThat(receivers(route, HIGH)).containsExactly("newsroom");
  }

  @Test
  void continueLetsItGoOnToTheNextAndAtLastToTheParent() {
    Route route = route("""
        receiver: console
        routes:
          - receiver: newsroom
            matchers: [ "severity >= elevated" ]
            continue: true
          - receiver: desk
            matchers: [ "severity = critical" ]
        """);

    assertThat(receivers(route, HIGH)).containsExactly("newsroom", "console");
    assertThat(receivers(route, alert().severity(Severity.CRITICAL).build())).containsExactly("newsroom", "desk");
  }

  @Test
  void aRouteInheritsItsReceiverAndEachIsNamedOnce() {
    Route route = route("""
        receiver: console
        routes:
          - matchers: [ "severity = high" ]
            continue: true
            routes:
              - receiver: newsroom
                matchers: [ "kind = closed" ]
        """);

    assertThat(receivers(route, HIGH)).containsExactly("console");
  }

  @Test
  void withoutAReceiverAtTheTopAnAlertMayGoNowhere() {
    Route route = route("""
        routes:
          - receiver: newsroom
            matchers: [ "severity >= elevated" ]
        """);

    assertThat(receivers(route, NOTICE)).isEmpty();
  }

  @Test
  void anUnknownReceiverNamesTheNearest() {
    assertThatThrownBy(() -> route("receiver: newsrom"))
        .hasMessage("routes.yaml:1: receiver: newsrom is not a receiver; did you mean newsroom?");
  }

  @Test
  void aBadMatcherNamesItsPlace() {
    assertThatThrownBy(() -> route("receiver: console\nroutes:\n  - matchers: [ 'severity >= elevate' ]"))
        .hasMessage("routes.yaml:3: routes[0].matchers has 'severity >= elevate': elevate is not a severity; "
            + "did you mean elevated?");
  }

  @Test
  void aRouteWithoutAnyReceiverIsRefused() {
    assertThatThrownBy(() -> route("matchers: [ 'kind = opened' ]")).hasMessageContaining("names no receiver");
  }

  @Test
  void aMentionIsInheritedByRoutesToTheSameReceiverAlone() {
    Route route = route("""
        receiver: newsroom
        mention: "<!here>"
        routes:
          - matchers: [ "severity = critical" ]
            mention: "<!channel>"
            continue: true
            routes:
              - { receiver: desk, matchers: [ "polarity = escalation" ], continue: true }
          - { receiver: newsroom, matchers: [ "severity = high" ] }
        """);

    assertThat(route.destinations(alert().severity(Severity.CRITICAL).build()))
        .containsExactly(new Destination("desk", null), new Destination("newsroom", "<!channel>"));
    assertThat(route.destinations(HIGH)).containsExactly(new Destination("newsroom", "<!here>"));
    assertThat(route.destinations(NOTICE)).containsExactly(new Destination("newsroom", "<!here>"));
  }

  private static List<String> receivers(Route route, Alert alert) {
    return route.destinations(alert).stream().map(Destination::receiver).toList();
  }

  private static Route route(String yaml) {
    Section section = Section.parse(yaml, "routes.yaml");
    Route route = Route.from(section, RECEIVERS);
    section.rejectUnknownKeys();
    return route;
  }
}
