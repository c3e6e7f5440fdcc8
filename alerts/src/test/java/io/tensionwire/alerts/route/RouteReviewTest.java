package io.tensionwire.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.time.MuteTimes;
import io.tensionwire.model.yaml.Section;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteReviewTest {

  private static final MuteTimes MUTES = MuteTimes.from(
      Section.parse("week: { days: mon-fri }\nweekend: { days: sat-sun }", "mutes.yaml"), ZoneOffset.UTC);

  @Test
  void aTreeThatIsRightHasNoFindings() {
    assertThat(review("""
        receiver: console
        mute: week
        routes:
          - { receiver: newsroom, matchers: [ "severity >= elevated" ], continue: true }
          - { receiver: newsroom, matchers: [ "severity = notice" ], digest: 08:00, continue: true }
          - { receiver: desk, matchers: [ "kind = coverage" ] }
        """)).isEmpty();
  }

  /** The first keeps whatever the second would match. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "severity >= elevated | severity = high", "severity > notice | severity >= high",
      "severity != notice | severity = elevated", "kind != closed | kind = opened",
      "outlet != Daily | outlet = Other", "category = red-line | category = red-line",
      "direction != a>b | direction != a>b", "language = ko | language = ko", "confidence <= official | confidence < official"
  })
  void aRouteBehindOneThatTakesAllThatItMatchesIsNeverReached(String first, String second) {
    assertThat(review(two(first, second))).containsExactly(
        "3 routes[1] is never reached: routes[0] (line 2) takes all that it matches, without continue");
    assertThat(review(two(first, true, second))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "severity = high | severity >= elevated", "kind = opened | kind != closed", "outlet = Daily | outlet = Other",
      "outlet = Daily | outlet != Other", "category = red-line | category = dialogue", "category != red-line | category = dialogue",
      "polarity != mixed | severity = high", "direction = a>b | direction != c>d"
  })
  void aRouteThatMatchesMoreOrOtherThingsIsReached(String first, String second) {
    assertThat(review(two(first, second))).isEmpty();
  }

  @Test
  void severalRoutesTogetherMayTakeEverything() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: newsroom, matchers: [ "severity >= high", "kind = opened" ] }
          - { receiver: newsroom, matchers: [ "severity >= high", "kind != opened" ] }
          - { receiver: desk, matchers: [ "severity = critical" ] }
          - { receiver: desk, matchers: [ "severity = notice" ] }
        """)).containsExactly(
        "5 routes[2] is never reached: routes[0] (line 3) and routes[1] (line 4) take all that it matches, without continue");
  }

  @Test
  void whatIsInheritedCounts() {
    assertThat(review("""
        receiver: console
        routes:
          - receiver: newsroom
            matchers: [ "severity >= high" ]
            routes:
              - { receiver: desk, matchers: [ "severity >= elevated" ] }
              - { receiver: desk, matchers: [ "language = ko" ] }
        """)).containsExactly(
        "7 routes[0].routes[1] is never reached: routes[0] (line 6) takes all that it matches, without continue",
        "3 routes[0] never tells its own receiver newsroom: the routes below take everything, without continue",
        "0 alerts.receivers newsroom is told nothing: no route names it that anything reaches");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "severity = high | severity = notice", "kind = opened | kind != opened",
      "outlet = Daily | outlet = Other", "category = red-line | category != red-line", "severity < high | severity >= high"
  })
  void matchersThatContradictEachOtherAreFound(String one, String other) {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "%s", "%s" ] }
          - { receiver: desk, matchers: [ "severity = high" ], continue: true }
          - { receiver: newsroom, matchers: [ "severity = high" ] }
        """.formatted(one, other))).singleElement().asString().startsWith("3 routes[0] matches nothing: ")
        .endsWith("contradict each other");
  }

  @Test
  void oneMatcherThatHoldsForNothingContradictsNothing() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "severity > critical" ] }
          - { receiver: desk, matchers: [ "severity = high" ], continue: true }
          - { receiver: newsroom, matchers: [ "severity = high" ] }
        """)).containsExactly("3 routes[0] matches nothing: severity > critical holds for no alert");
  }

  @Test
  void termsThatComeAfterOthersForTheSameReceiverAreFoundWhereTheyNeverCount() {
    String tree = """
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "severity >= elevated" ], mention: editor, continue: true }
          - { receiver: newsroom, continue: true }
          - { receiver: desk, matchers: [ "%s" ], mention: "%s", continue: true }
        """;

    assertThat(review(tree.formatted("severity >= high", "chief"))).containsExactly(
        "5 routes[2] tells desk nothing that routes[0] (line 3) does not: its own terms never count; put it first, or take it out");
    assertThat(review(tree.formatted("severity >= high", "editor"))).containsExactly(
        "5 routes[2] tells desk nothing that routes[0] (line 3) does not: it is told once; put it first, or take it out");
    assertThat(review(tree.formatted("severity = notice", "chief"))).isEmpty();
    assertThat(review(tree.formatted("language = ko", "chief"))).isEmpty();
  }

  @Test
  void categoriesAndDirectionsMayBeSeveral() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "category = red-line", "category = dialogue" ] }
          - { receiver: newsroom, matchers: [ "direction = a>b", "direction = b>a" ] }
          - { receiver: newsroom, matchers: [ "signal = one-rule", "signal = another-rule" ] }
        """)).isEmpty();
  }

  @Test
  void receiversThatNobodyTellsAndMutesWithoutEndAndDigestsWhereNoneCanBeToldAreFound() {
    assertThat(review("""
        receiver: console
        mute: [ week, weekend ]
        routes:
          - { receiver: atom, matchers: [ "severity = notice" ], mute: [], digest: hourly }
        """)).containsExactly(
        "1  is always muted: week and weekend leave no moment of the week",
        "4 routes[0] wants a digest at atom, which can be told single alerts only",
        "0 alerts.receivers newsroom is told nothing: no route names it that anything reaches",
        "0 alerts.receivers desk is told nothing: no route names it that anything reaches");
  }

  @Test
  void aDigestThatWouldStayEmptyIsFoundOnceAtTheRouteThatAsksForIt() {
    assertThat(review("""
        receiver: console
        routes:
          - receiver: newsroom
            matchers: [ "severity >= high" ]
            digest: hourly
            continue: true
            routes: [ { receiver: newsroom, matchers: [ "kind = opened" ] } ]
          - { receiver: desk, matchers: [ "severity = elevated" ] }
        """)).containsExactly(
        "3 routes[0] has a digest that stays empty: what is high or critical is told at once, and it matches nothing"
            + " else; take digest away");
  }

  @Test
  void aDigestThatMatchesWhatDoesNotWaitIsANoteAndNoFault() {
    List<RouteReview.Finding> findings = findings("""
        receiver: console
        digest: hourly
        routes:
          - { receiver: newsroom, matchers: [ "severity >= high" ] }
          - { receiver: desk, matchers: [ "severity = elevated" ], digest: 08:00 }
        """);

    assertThat(findings).singleElement()
        .returns(1, RouteReview.Finding::line).returns(false, RouteReview.Finding::toBeMended)
        .extracting(RouteReview.Finding::text).asString()
        .startsWith("holds for its digest what is notice or elevated; what is high or critical is told at once");
  }

  @Test
  void anAlertMayHaveNoPolarityButNeverNoSeverity() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: newsroom, matchers: [ "polarity = mixed" ] }
          - { receiver: newsroom, matchers: [ "polarity = escalation" ] }
          - { receiver: newsroom, matchers: [ "polarity = deescalation" ] }
          - { receiver: desk, matchers: [ "kind = opened" ] }
        """)).isEmpty();
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: newsroom, matchers: [ "severity <= elevated" ] }
          - { receiver: newsroom, matchers: [ "severity > elevated" ] }
          - { receiver: desk, matchers: [ "kind = opened" ] }
        """)).first().asString().startsWith("5 routes[2] is never reached: ");
  }

  @Test
  void onlyThoseThatHaveAPartInItAreNamed() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "severity = notice" ] }
          - { receiver: newsroom, matchers: [ "severity >= high", "kind = opened" ] }
          - { receiver: newsroom, matchers: [ "severity >= high", "kind != opened" ] }
          - { receiver: desk, matchers: [ "severity = critical" ] }
        """)).containsExactly(
        "6 routes[3] is never reached: routes[1] (line 4) and routes[2] (line 5) take all that it matches, without continue");
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "severity >= high", "kind = opened" ] }
          - { receiver: newsroom, matchers: [ "severity >= high" ] }
          - { receiver: desk, matchers: [ "severity = critical" ] }
        """)).containsExactly(
        "5 routes[2] is never reached: routes[1] (line 4) takes all that it matches, without continue");
  }

  @Test
  void aContradictionIsSaidInTheWordsOfTheConfiguration() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: desk, matchers: [ "kind = opened", "severity >= high", "severity < high" ] }
          - receiver: newsroom
            matchers: [ "severity = high" ]
            continue: true
            routes:
              - { receiver: desk, matchers: [ "severity >= elevated" ] }
              - { receiver: desk, matchers: [ "severity = notice" ] }
        """)).startsWith(
        "3 routes[0] matches nothing: severity >= high and severity < high contradict each other",
        "9 routes[1].routes[1] matches nothing: severity = high and severity = notice contradict each other");
  }

  @Test
  void aRouteThatOnlyPassesOnKeepsNothing() {
    assertThat(review("""
        routes:
          - matchers: [ "severity = high" ]
            routes: [ { receiver: desk, matchers: [ "kind = opened" ] } ]
          - { receiver: newsroom, matchers: [ "severity = high" ] }
          - { receiver: console }
        """)).isEmpty();
  }

  @Test
  void aReceiverOfSingleAlertsGetsNoMutedOnesAndNoReminders() {
    assertThat(review("""
        receiver: console
        routes:
          - { receiver: atom, matchers: [ "severity = notice" ], mute: week }
          - { receiver: atom, matchers: [ "severity = high", "kind = opened" ] }
          - { receiver: newsroom, matchers: [ "severity = critical" ], unacknowledged: { tell: atom } }
          - { receiver: newsroom, matchers: [ "severity = elevated" ], digest: hourly, unacknowledged: { tell: desk } }
        """)).containsExactly(
        "3 routes[0] wants a digest at atom, which can be told single alerts only",
        "5 routes[2] tells atom again, which can be told single alerts only");
  }

  @Test
  void whoIsToldAgainIsToldSomething() {
    assertThat(review("""
        receiver: newsroom
        unacknowledged: { tell: desk }
        routes: [ { receiver: console, matchers: [ "kind = opened" ] } ]
        """)).isEmpty();
  }

  @Test
  void thatNobodyCanAcknowledgeIsNotedOnce() {
    String yaml = """
        receiver: newsroom
        unacknowledged: { tell: desk }
        routes: [ { receiver: console, matchers: [ "kind = opened" ] } ]
        """;

    assertThat(findings(yaml, Set.of())).singleElement()
        .returns(1, RouteReview.Finding::line).returns(false, RouteReview.Finding::toBeMended)
        .extracting(RouteReview.Finding::text).asString().startsWith("tells desk every critical alert again");
    assertThat(findings(yaml, Set.of("console"))).isEmpty();
  }

  private static String two(String first, String second) {
    return two(first, false, second);
  }

  private static String two(String first, boolean continues, String second) {
    return """
        routes:
          - { receiver: newsroom, matchers: [ "%s" ], continue: %s }
          - { receiver: desk, matchers: [ "%s" ] }
          - { receiver: desk, matchers: [ "watch = another" ] }
          - { receiver: console }
        """.formatted(first, continues, second);
  }

  private static List<String> review(String yaml) {
    return findings(yaml).stream().filter(RouteReview.Finding::toBeMended)
        .map(finding -> finding.line() + " " + finding.place() + " " + finding.text()).toList();
  }

  private static List<RouteReview.Finding> findings(String yaml) {
    return findings(yaml, Set.of("newsroom"));
  }

  private static List<RouteReview.Finding> findings(String yaml, Set<String> answering) {
    Set<String> receivers = new LinkedHashSet<>(List.of("console", "newsroom", "desk", "atom"));
    Route tree = Route.from(Section.parse(yaml, "routes.yaml"), receivers, MUTES.names());
    if (!yaml.contains("atom")) {
      receivers.remove("atom");
    }
    return RouteReview.of(
        new Routing(tree, null), new RouteReview.Surroundings(receivers, Set.of("atom"), answering, Set.of(), MUTES));
  }
}
