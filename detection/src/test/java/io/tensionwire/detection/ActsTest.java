package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Detection;
import io.tensionwire.model.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts: one verb, whoever does it; only what one of the two does to the other is a signal. */
class ActsTest {
  private static final Detector DETECTOR = Detector.parse("""
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland, norton] }
          holders:
            - { id: Holder, office: ambassador, from: 2026-01-01, to: 2026-12-31, names: [holder] }
            - { id: Former, office: ambassador, from: 2024-01-01, to: 2025-12-31, names: [predley] }
        - id: south
          en: { names: [southland, sutton] }
        - id: east
          en: { names: [eastland] }
      classes:
        envoy: { en: [ambassador*] }
      verbs:
        to-summon: { en: [summon*] }
        to-scold: { en: [scold*] }
        to-confer: { en: [confer*] }
      signals:
        - id: summons
          category: diplomatic-protest
          weight: 60
          acts:
            - { does: to-summon, what: envoy }
        - id: scolding
          category: hostile-rhetoric
          weight: 60
          acts:
            - { does: to-scold, sure: true }
        - id: conferring
          category: dialogue
          weight: 60
          acts:
            - { who: both, does: to-confer }
      """, "north-south.yaml");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Southland summoned the Northland ambassador. | south>north",
    "The Northland ambassador was summoned by Southland. | south>north",
    "Norton, stung by the move, summoned the ambassador of Southland. | north>south",
    "Southland scolded Norton. | south>north",
  })
  void anActHasADirection(String text, String direction) {
    assertThat(signals(text)).singleElement().extracting(Signal::direction).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Eastland summoned the Northland ambassador; Southland watched.",
    "Northland summoned the ambassador of Eastland, said an aide in Southland.",
    "The Northland ambassador was summoned by Eastland and then left for Southland.",
    "Northland and Southland were silent when Eastland scolded them.",
    "Northland conferred with Eastland before a trip to Southland.",
  })
  void whatSomebodyElseDoesOrSuffersIsNoAct(String text) {
    assertThat(signals(text)).isEmpty();
  }

  @Test
  void whatOnlyTheContextSaysWeighsLess() {
    Detection said = detection("Norton and Sutton", "Southland summoned the Northland ambassador.");
    Detection half = detection("Norton and Sutton", "Southland summoned the ambassador.");

    assertThat(half.signals()).singleElement().extracting(Signal::direction).isEqualTo("south>north");
    assertThat(half.score()).isLessThan(said.score());
  }

  @Test
  void aSureActMustBeSaidInFull() {
    assertThat(detection("Norton and Sutton", "Southland scolded loudly.").signals()).isEmpty();
  }

  @Test
  void theTwoWithEachOtherHaveNoDirection() {
    assertThat(signals("Southland conferred with Northland.")).singleElement().extracting(Signal::direction).isNull();
  }

  @Test
  void aHolderIsOfTheOfficeWhileInIt() {
    assertThat(signals("Southland summoned Holder.")).hasSize(1);
    assertThat(signals("Southland summoned Predley.")).isEmpty();
  }

  @Test
  void aFormerHolderSpeaksAsOne() {
    assertThat(signals("Southland scolded Norton, said Predley.")).singleElement().extracting(Signal::speaker)
        .isEqualTo("former ambassador Former");
    assertThat(signals("Southland scolded Norton, said Holder.")).singleElement().extracting(Signal::speaker)
        .isEqualTo("Holder");
  }

  @Test
  void whatIsQuotedGoesOnUntilSomebodyElseSpeaks() {
    List<Signal> signals = signals("Holder said that he was tired. \"Southland scolded Norton again,\" he added.");

    assertThat(signals).singleElement().extracting(Signal::speaker).isEqualTo("Holder");
  }

  private static List<Signal> signals(String text) {
    return detection("Report", text).signals();
  }

  private static Detection detection(String title, String text) {
    return Articles.named(DETECTOR, Articles.article(title, text));
  }
}
