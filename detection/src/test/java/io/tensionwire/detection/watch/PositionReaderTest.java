package io.tensionwire.detection.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.detection.watch.PositionRule.By;
import io.tensionwire.detection.watch.WatchReview.Warning;
import io.tensionwire.model.Language;
import io.tensionwire.model.Stance;
import io.tensionwire.model.yaml.YamlException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PositionReaderTest {

  private static final String VALID = """
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland] }
        - id: south
          en: { names: [southland] }
      signals:
        - id: bridge
          category: travel-flights
          en: [bridge*]
      positions:
        - id: bridge
          party: north
          values: [open, closed]
          start: open
          since: 2026-01-01
          becomes:
            - value: closed
              after: [open]
              by: [decision, official]
              stance: [asserted, proposed]
              signals: [bridge]
              en:
                - <north> & closes
            - { value: open, en: [opens] }
      """;

  @Test
  void aPositionIsReadAsItIsWritten() {
    PositionRule position = WatchReader.read(VALID, "w.yaml").positions().getFirst();

    assertThat(position.name()).isEqualTo("bridge");
    assertThat(position.voices()).containsExactly("north");
    assertThat(position.since()).isEqualTo(LocalDate.parse("2026-01-01"));
    PositionRule.Becoming closed = position.becomes().getFirst();
    assertThat(closed.after()).containsExactly("open");
    assertThat(closed.stances()).containsExactlyInAnyOrder(Stance.ASSERTED, Stance.PROPOSED);
    assertThat(closed.phrases().get(Language.EN)).hasSize(1);
    PositionRule.Becoming open = position.becomes().getLast();
    assertThat(open.by()).containsExactlyInAnyOrder(By.DECISION, By.OFFICIAL);
    assertThat(open.stances()).containsExactly(Stance.ASSERTED);
  }

  @Test
  void aValueThatIsNotListedIsRefusedOnItsLineWithTheNearest() {
    refused("- value: closed", "- value: close", "w.yaml:19: ", "close is not among the values; did you mean closed?");
    refused("start: open", "start: ajar", "w.yaml:16: ", "ajar is not among the values: open, closed");
    refused("after: [open]", "after: [oepn]", "w.yaml:20: ", "is not among the values; did you mean open?");
  }

  @Test
  void aPartyOfNeitherSideIsRefused() {
    refused("party: north", "party: nroth", "w.yaml:14: ", "did you mean north?");
    refused("  party: north", "  party: north\n    voices: [east]", "w.yaml:15: ", "is not among the pair");
  }

  @Test
  void aSignalThatNobodyGaveIsRefused() {
    refused("signals: [bridge]", "signals: [brigde]", "w.yaml:23: ", "did you mean bridge?");
  }

  @Test
  void whatAStanceAndAWordCanBeIsSaid() {
    refused("stance: [asserted, proposed]", "stance: [assertet]", "w.yaml:22: ", "did you mean asserted?");
    refused("by: [decision, official]", "by: [rumour]", "w.yaml:21: ", "is not among decision, official");
  }

  @Test
  void whatIsMissingIsSaid() {
    refused("    since: 2026-01-01\n", "", "w.yaml:13: ", "lacks 'since'");
    refused("since: 2026-01-01", "since: soon", "w.yaml:17: ", "soon");
    refused("en: [opens]", "ko: []", "w.yaml:26: ", "has no phrases");
    refused("values: [open, closed]", "values: [open]", "w.yaml:15: ", "must name two values or more");
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    refused("after: [open]", "aftre: [open]", "w.yaml:20: ", "did you mean positions[0].becomes[0].after?");
  }

  @Test
  void aValueThatNothingLeadsToIsWorthALook() {
    String yaml = VALID.replace("values: [open, closed]", "values: [open, closed, gone]");

    assertThat(WatchReview.of(yaml, "w.yaml")).extracting(Warning::text)
        .containsExactly("bridge can never become gone: nothing under 'becomes' leads there");
  }

  @Test
  void aLanguageInWhichAPositionNeverChangesIsWorthALook() {
    String yaml = VALID.replace("en: { names: [northland] }", "en: { names: [northland] }\n    ko: { names: [북국*] }")
        .replace("en: { names: [southland] }", "en: { names: [southland] }\n    ko: { names: [남국*] }");

    assertThat(WatchReview.of(yaml, "w.yaml")).extracting(Warning::text)
        .contains("bridge becomes closed in no text in ko");
  }

  private static void refused(String right, String wrong, String line, String reason) {
    assertThat(VALID).contains(right);
    assertThatThrownBy(() -> WatchReader.read(VALID.replace(right, wrong), "w.yaml"))
        .isInstanceOf(YamlException.class).hasMessageContaining(line).hasMessageContaining(reason);
  }
}
