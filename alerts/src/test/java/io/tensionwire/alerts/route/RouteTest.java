package io.tensionwire.alerts.route;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.Alert;
import io.tensionwire.alerts.time.TimesOfDay;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    assertThat(destinations(route, alert().severity(Severity.CRITICAL).build()))
        .containsExactly(new Destination("desk", null), new Destination("newsroom", "<!channel>"));
    assertThat(destinations(route, HIGH)).containsExactly(new Destination("newsroom", "<!here>"));
    assertThat(destinations(route, NOTICE)).containsExactly(new Destination("newsroom", "<!here>"));
  }

  @Test
  void mutesDigestsAndRemindersAreInheritedAndCanBeTakenBack() {
    Route route = route("""
        receiver: console
        mute: [ nights, weekends ]
        digest: [ 18:00, 08:00 ]
        unacknowledged: { after: 5m, tell: desk, mention: "@chief" }
        routes:
          - { matchers: [ "severity = notice" ] }
          - { matchers: [ "severity = high" ], mute: nights, digest: none, unacknowledged: { tell: newsroom } }
          - { matchers: [ "severity = critical" ], mute: [], digest: hourly }
        """);
    var chief = new Unacknowledged(Duration.ofMinutes(5), "desk", "@chief");
    var hours = IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 0)).toList();

    assertThat(destinations(route, NOTICE)).containsExactly(new Destination(
        "console", null, List.of("nights", "weekends"),
        new TimesOfDay(List.of(LocalTime.of(8, 0), LocalTime.of(18, 0))), chief));
    assertThat(destinations(route, HIGH)).containsExactly(new Destination(
        "console", null, List.of("nights"), null, new Unacknowledged(Duration.ofMinutes(10), "newsroom", null)));
    assertThat(destinations(route, alert().severity(Severity.CRITICAL).build())).containsExactly(
        new Destination("console", null, List.of(), new TimesOfDay(hours), chief));
  }

  @Test
  void aMuteTimeThatIsUnknownNamesTheNearest() {
    assertThatThrownBy(() -> route("receiver: console\nmute: night")).hasMessage(
        "routes.yaml:2: mute: night is not a mute time; did you mean nights?");
    assertThatThrownBy(() -> route("receiver: console\nunacknowledged: { tell: dask }")).hasMessage(
        "routes.yaml:2: unacknowledged.tell: dask is not a receiver; did you mean desk?");
  }

  @Test
  void coverageGoesToOperationsAndToThoseWhoAskForItByName() {
    Alert coverage = alert().kind(AlertKind.COVERAGE).severity(Severity.HIGH).build();
    Route editors = route("""
        receiver: console
        routes:
          - { receiver: newsroom, matchers: [ "severity >= elevated" ], continue: true }
        """);
    Route curious = route("""
        receiver: console
        routes:
          - { receiver: console, matchers: [ "severity >= elevated" ] }
          - receiver: newsroom
            matchers: [ "kind = coverage" ]
            routes:
              - { receiver: desk, matchers: [ "severity = critical" ] }
        """);

    assertThat(names(new Routing(editors, "desk").destinations(coverage))).containsExactly("desk");
    assertThat(names(new Routing(editors, null).destinations(coverage))).containsExactly("newsroom", "console");
    assertThat(names(new Routing(curious, "desk").destinations(coverage))).containsExactly("desk", "newsroom");
    assertThat(names(new Routing(editors, "desk").destinations(HIGH))).containsExactly("newsroom", "console");
  }

  @Test
  void aMatcherThatHappensToSayCoverageAsksForNothing() {
    Alert coverage = alert().kind(AlertKind.COVERAGE).outlet("coverage").build();
    Route route = route("{ receiver: console, matchers: [ 'outlet = coverage', 'kind != opened' ] }");

    assertThat(names(new Routing(route, "desk").destinations(coverage))).containsExactly("desk");
  }

  @Test
  void theWayThroughTheTreeSaysWhatBecameOfTheAlertAtEachRoute() {
    Route tree = route("""
        receiver: console
        routes:
          - { receiver: newsroom, matchers: [ "severity >= elevated" ], continue: true }
          - { receiver: desk, matchers: [ "kind = opened", "language = ko" ] }
          - matchers: [ "severity >= elevated" ]
            routes: [ { receiver: desk, matchers: [ "severity = high" ] } ]
          - { receiver: newsroom, matchers: [ "severity = high" ] }
        """);

    RouteWalk walk = new Routing(tree, null).walk(HIGH);

    assertThat(walk.at(tree.routes().get(0))).isEqualTo(new RouteWalk.Step(null, true, false));
    assertThat(walk.at(tree.routes().get(1)))
        .isEqualTo(new RouteWalk.Step(Matcher.parse("language = ko"), false, false));
    assertThat(walk.at(tree.routes().get(2))).isEqualTo(new RouteWalk.Step(null, false, true));
    assertThat(walk.at(tree.routes().get(2).routes().getFirst())).isEqualTo(new RouteWalk.Step(null, true, true));
    assertThat(walk.at(tree.routes().get(3))).as("never asked").isNull();
    assertThat(walk.at(tree)).isEqualTo(new RouteWalk.Step(null, false, true));
  }

  @Test
  void aRouteThatContinuesLetsGoWhatOneBelowItKept() {
    Route tree = route("""
        receiver: console
        routes:
          - matchers: [ "severity >= elevated" ]
            continue: true
            routes: [ { receiver: desk, matchers: [ "severity = high" ] } ]
        """);

    RouteWalk walk = new Routing(tree, null).walk(HIGH);

    assertThat(walk.at(tree.routes().getFirst())).isEqualTo(new RouteWalk.Step(null, false, false));
    assertThat(walk.destinations()).extracting(Destination::receiver).containsExactly("desk", "console");
  }

  @Test
  void whereThereIsNothingToNameTheMessageSaysSo() {
    assertThatThrownBy(() -> Route.from(Section.parse("receiver: console\nmute: nights", "routes.yaml"), RECEIVERS, Set.of()))
        .hasMessage("routes.yaml:2: mute: nights is not a mute time; there are none");
    assertThatThrownBy(() -> Route.from(Section.parse("receiver: x", "routes.yaml"), Set.of("console"), Set.of()))
        .hasMessage("routes.yaml:1: receiver: x is not a receiver; there are console");
  }

  @ParameterizedTest
  @CsvSource({
      "OPENED, HIGH, , true", "ESCALATED, CRITICAL, elevated, true", "OPENED, ELEVATED, , false",
      "UPDATED, CRITICAL, , false", "CORROBORATED, HIGH, , false", "CLOSED, HIGH, , false",
      "DEESCALATED, ELEVATED, high, true", "DEESCALATED, NOTICE, elevated, false", "CORRECTED, CRITICAL, , true"
  })
  void aMentionWakesForARiseToHighAndForTheCorrectionOfSuch(
      AlertKind kind, Severity severity, @Nullable String before, boolean wakes) {
    Alert alert = alert().kind(kind).severity(severity).change(before, null, null).build();

    assertThat(new Destination("newsroom", "<!here>").wakes(alert)).isEqualTo(wakes ? "<!here>" : null);
  }

  private static List<String> names(List<Destination> destinations) {
    return destinations.stream().map(Destination::receiver).toList();
  }

  private static List<String> receivers(Route route, Alert alert) {
    return destinations(route, alert).stream().map(Destination::receiver).toList();
  }

  private static List<Destination> destinations(Route route, Alert alert) {
    return new Routing(route, null).destinations(alert);
  }

  private static Route route(String yaml) {
    Section section = Section.parse(yaml, "routes.yaml");
    Route route = Route.from(section, RECEIVERS, Set.of("nights", "weekends"));
    section.rejectUnknownKeys();
    return route;
  }
}
