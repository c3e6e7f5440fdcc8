package io.tensionwire.detection.position;

import static io.tensionwire.detection.position.Ledger.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Detector;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Json;
import io.tensionwire.model.Position;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private static final String WATCH = """
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland, northern] }
          holders:
            - { id: Ahn, office: foreign minister, names: [ahn] }
        - id: south
          en: { names: [southland, southern] }
      signals:
        - id: bridge
          category: travel-flights
          weight: 60
          en: [the bridge]
        - id: ban
          category: sanctions-export-control
          weight: 60
          en: [the list]
      positions:
        - id: bridge
          name: the bridge
          party: north
          values: [open, under-review, closed]
          start: open
          since: 2026-01-01
          becomes:
            - { value: closed, en: ["(closes|closed) & bridge"] }
            - { value: open, after: [closed, under-review], en: ["(opens|opened) & bridge"] }
            - { value: under-review, after: [open], by: official, stance: [asserted, proposed], en: ["review* & bridge"] }
        - id: list
          party: south
          values: [in-force, lifted]
          start: in-force
          since: 2026-01-01
          count: { en: [to] }
          becomes:
            - { value: in-force, en: ["list & (raises|raised|cuts)"] }
            - { value: lifted, en: ["list & lifts"] }
      """;

  private static final Duration HOUR = Duration.ofHours(1);

  private final Ledger ledger = new Ledger(Detector.parse(WATCH, "north-south.yaml"));

  @Test
  void theWatchsOwnValuesAreWrittenOnceWithoutAQuote() {
    ledger.says("a", "Northland and Southland speak of the bridge").restarted()
        .says("b", "Northland and Southland speak of the bridge");

    assertThat(ledger.positions).containsExactly(
        new Position(
            "north-south", "north", "bridge", "open", null, Instant.parse("2026-01-01T00:00:00Z"), null, "watch", null,
            null, null, null, null),
        new Position(
            "north-south", "south", "list", "in-force", null, Instant.parse("2026-01-01T00:00:00Z"), null, "watch",
            null, null, null, null, null));
    assertThat(ledger.alerts).isEmpty();
  }

  @Test
  void aDecisionChangesTheValueAndIsToldWithItsQuote() {
    ledger.says("a", "Northland closes the bridge to Southland");

    Position now = ledger.holds("north", "bridge");
    assertThat(now.value()).isEqualTo("closed");
    assertThat(now.before()).isEqualTo("open");
    assertThat(now.by()).isEqualTo("decision");
    assertThat(now.since()).isEqualTo(NOON);
    assertThat(now.quote()).isEqualTo("Northland closes the bridge to Southland");
    assertThat(now.articleId()).isEqualTo("a");
    assertThat(now.outlet()).isEqualTo("Gazette");
    Alert alert = ledger.alerts.getFirst();
    assertThat(alert.kind()).isEqualTo(AlertKind.POSITION);
    assertThat(alert.subject()).isEqualTo("position/north-south/north/bridge");
    assertThat(alert.headline()).isEqualTo("North, the bridge: open → closed");
    assertThat(alert.before()).isEqualTo("open");
    assertThat(alert.after()).isEqualTo("closed");
    assertThat(alert.reason()).contains("a decision", "“Northland closes the bridge to Southland”");
  }

  @Test
  void anOfficialsWordChangesItWhereTheWatchSaysSo() {
    ledger.says("a", "Northland reviews the bridge to Southland");
    assertThat(ledger.alerts).isEmpty();

    ledger.says("b", "Northland will review the bridge to Southland, Ahn said");

    assertThat(ledger.told()).containsExactly("North, the bridge: open → under review");
    assertThat(ledger.holds("north", "bridge").speaker()).isEqualTo("Ahn");
    assertThat(ledger.holds("north", "bridge").by()).isEqualTo("official");
  }

  @Test
  void copiesAndOtherReportsOfTheSameAreToldOnce() {
    ledger.says("a", "Northland closes the bridge to Southland")
        .says("b", "Northland has closed the bridge to Southland", "", NOON.plus(HOUR));

    assertThat(ledger.told()).hasSize(1);
    assertThat(ledger.holds("north", "bridge").articleId()).isEqualTo("a");
  }

  @Test
  void whatTheOtherSideSaysWishesOrDemandsChangesNothing() {
    ledger.says("a", "Southland says Northland closed the bridge")
        .says("b", "Southland claims that Northland closed the bridge")
        .says("c", "Southland demands that Northland close the bridge, it has closed before");

    assertThat(ledger.alerts).isEmpty();
  }

  @Test
  void whatIsDeniedConditionalOrPastChangesNothing() {
    ledger.says("a", "Northland has not closed the bridge to Southland")
        .says("b", "If Northland closed the bridge, Southland would protest")
        .says("c", "Northland and Southland speak of the bridge", "In 2019 Northland closed the bridge to Southland for a year.", NOON);

    assertThat(ledger.alerts).isEmpty();
  }

  @Test
  void anOlderArticleThatComesLateDoesNotOverrideANewerValue() {
    ledger.says("a", "Northland closes the bridge to Southland");

    ledger.says("late", 1, "Northland opens the bridge to Southland", "", NOON.minus(HOUR), NOON.plus(HOUR));

    assertThat(ledger.told()).hasSize(1);
    assertThat(ledger.holds("north", "bridge").value()).isEqualTo("closed");
  }

  @Test
  void aStepThatTheWatchDoesNotKnowAfterTheValueIsNoChange() {
    ledger.says("a", "Northland closes the bridge to Southland")
        .says("b", "Northland will review the bridge to Southland, Ahn said", "", NOON.plus(HOUR));

    assertThat(ledger.holds("north", "bridge").value()).isEqualTo("closed");
  }

  @Test
  void anOutletThatCorrectsItselfTakesTheChangeBack() {
    ledger.says("a", "Northland closes the bridge to Southland");

    ledger.says("a", 2, "Northland and Southland speak of the bridge", "", NOON, NOON.plus(HOUR.multipliedBy(3)));

    assertThat(ledger.told()).containsExactly("North, the bridge: open → closed", "North, the bridge: closed → open");
    assertThat(ledger.alerts.getLast().reason()).isEqualTo(
        "Gazette corrected itself after 3 hours: its report no longer says closed, and nobody else does; open as before");
    assertThat(ledger.holds("north", "bridge").by()).isEqualTo("correction");
    assertThat(ledger.holds("north", "bridge").since()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void aChangeThatAnotherReportsAsWellStandsThoughOneIsTakenBack() {
    ledger.says("a", "Northland closes the bridge to Southland")
        .says("b", "Northland closed the bridge to Southland", "", NOON.plus(HOUR));

    ledger.says("a", 2, "Northland and Southland speak of the bridge", "", NOON, NOON.plus(HOUR.multipliedBy(3)));

    assertThat(ledger.holds("north", "bridge").value()).isEqualTo("closed");
    assertThat(ledger.told()).hasSize(1);
  }

  @Test
  void aReportThatIsTakenBackAfterDaysIsHistory() {
    ledger.says("a", "Northland closes the bridge to Southland");

    ledger.says("a", 2, "Northland and Southland speak of the bridge", "", NOON, NOON.plus(HOUR.multipliedBy(49)));

    assertThat(ledger.holds("north", "bridge").value()).isEqualTo("closed");
  }

  @Test
  void theSameChangeOfTheSameDayIsToldOnce() {
    ledger.says("a", "Northland closes the bridge to Southland")
        .says("a", 2, "Northland and Southland speak of the bridge", "", NOON, NOON.plusSeconds(60))
        .restarted()
        .says("b", "Northland closes the bridge to Southland", "", NOON.plusSeconds(120));

    assertThat(ledger.told()).containsExactly("North, the bridge: open → closed", "North, the bridge: closed → open");
    assertThat(ledger.holds("north", "bridge").value()).isEqualTo("closed");
  }

  @Test
  void whatIsRememberedIsReadAgainAsItWas() {
    var position = new Position(
        "w", "north", "bridge", "closed", 3, NOON, "open", "official", "It is closed.", "Ahn", "Gazette", "a", null);
    PositionState state = PositionState.start(position).changed(position, "a").supported("b").raised("id");

    assertThat(Json.read(Json.write(state), PositionState.class)).isEqualTo(state);
  }

  @Test
  void aCountIsAPartOfTheValue() {
    ledger.says("a", "Southland raises the list of goods for Northland to 1,159")
        .says("b", "Southland raises the list of goods for Northland by 87", "", NOON.plus(HOUR))
        .says("c", "Southland raises the list of goods for Northland to 1,402", "", NOON.plus(HOUR));

    assertThat(ledger.told()).containsExactly(
        "South, list: in force → in force (1,159)", "South, list: in force (1,159) → in force (1,402)");
  }
}
