package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchErrorsTest {
  private static final String VALID = """
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland] }
        - id: south
          en: { names: [southland] }
      signals:
        - id: cold
          category: relations-worsening
          weight: 60
          en:
            - relations cooled
            - ties & (worse|bad)
      """;

  @Test
  void aSecondWatchIsASecondFile() {
    Detector detector = Detector.parse(VALID, "north-south.yaml");

    var judgement = detector.judge(Articles.article("The relations cooled", "The ties of Northland and Southland are bad."));

    assertThat(((Judgement.Named) judgement).detection().severity()).isNotNull();
  }

  @Test
  void aWatchIsNamedAfterItsId() {
    Watch watch = new Watch("north-south", "", VALID.replace("weight: 60", "weight: much"), Instant.EPOCH, "");

    assertThatThrownBy(() -> Detector.of(watch)).isInstanceOf(YamlException.class).hasMessageStartingWith("north-south.yaml:11: ");
  }

  @Test
  void aBrokenPhraseIsRefusedWithItsOwnLine() {
    refused("- ties & (worse|bad)", "- ties & (worse|bad", "14: signals[0]: 'ties & (worse|bad' '(worse|bad' lacks a bracket");
  }

  @Test
  void aPhraseThatCanNeverMatchIsRefused() {
    refused("- relations cooled", "- relations ?? cooled", "13: ", "can never match");
  }

  @Test
  void aRowOfWordsInBracketsIsRefused() {
    refused("- ties & (worse|bad)", "- ties & (worse|very bad)", "14: ", "'very bad' is more than one word");
  }

  @Test
  void aClassThatNobodyGaveIsRefused() {
    refused("- relations cooled", "- <relation> cooled", "13: ", "<relation>");
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    refused("weight: 60", "wieght: 60", "11: ", "did you mean signals[0].weight?");
  }

  @Test
  void anUnknownCategoryIsRefused() {
    refused("category: relations-worsening", "category: rudeness", "10: ", "rudeness is not a category");
  }

  @Test
  void aPairOfStrangersIsRefused() {
    refused("pair: [north, south]", "pair: [north, east]", "2: ", "east");
  }

  @Test
  void anActWithUnknownVerbsNamesTheNearest() {
    refusedAct("{ does: warm }", "signals[0].acts[0].does: warm is not among the verbs; did you mean warn?");
  }

  @Test
  void anActOfAStrangerIsRefused() {
    refusedAct("{ who: eest, does: warn }", "signals[0].acts[0].who: eest is none of the parties");
  }

  @Test
  void anActWithoutVerbsIsRefused() {
    refusedAct("{ who: north }", "signals[0].acts[0]: lacks 'does'");
  }

  @Test
  void anActNearAnUnknownClassIsRefused() {
    refusedAct("{ does: [warn], what: envoy }", "signals[0].acts[0].what: envoy is not among the classes");
  }

  @Test
  void anAlertThatIsNoKindNamesTheNearest() {
    refused("signals:", "alerts:\n  mute:\n    - closed\n    - opend\nsignals:",
        "11: alerts: mute names opend, which is no kind of alert; did you mean opened?");
    refused("signals:", "alerts:\n  corobrated: { from: high }\nsignals:", "9: alerts.corobrated is not known",
        "did you mean alerts.corroborated?");
  }

  @Test
  void anAlertBeginsAtASeverityAndTheIndexAtAPercentile() {
    refused("signals:", "alerts:\n  opened: { from: hihg }\nsignals:", "9: alerts.opened.from: hihg");
    refused("signals:", "alerts:\n  tension: { from: 120 }\nsignals:", "9: alerts.tension.from: 120");
    refused("signals:", "alerts:\n  corrected: { live-every: 0s }\nsignals:",
        "9: alerts.corrected.live-every: 0s must be longer than nothing");
    refused("signals:", "alerts:\n  closed: { from: high }\nsignals:", "9: alerts.closed is not known");
  }

  @Test
  void aWatchSaysWhatIsWorthAnAlert() {
    var alerts = Detector.parse(
        VALID + "alerts: { mute: [closed, tension], corroborated: { from: critical }, updated: { every: 5m } }\n", "x")
        .rules().alerts();

    assertThat(alerts.tells(AlertKind.TENSION)).isFalse();
    assertThat(alerts.tells(AlertKind.OPENED)).isTrue();
    assertThat(alerts.from(AlertKind.CORROBORATED)).isEqualTo(Severity.CRITICAL);
    assertThat(alerts.from(AlertKind.OPENED)).isEqualTo(Severity.NOTICE);
    assertThat(alerts.updateEvery()).isEqualTo(Duration.ofMinutes(5));
    assertThat(alerts.liveEvery()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void oneMistakeDoesNotHideTheOthers() {
    String broken = VALID
        .replace("category: relations-worsening", "category: rudeness")
        .replace("weight: 60", "weight: much\n    severty: high")
        .replace("- relations cooled", "- relations ?? cooled\n      - <relation> cooled")
        .replace("id: cold", "id: cold\n    from: east")
        + "  - id: cold\n    category: dialogue\n"
        + "topic: []\n";

    assertThatThrownBy(() -> Detector.parse(broken, "broken.yaml")).isInstanceOfSatisfying(
        YamlException.class,
        e -> assertThat(e.mistakes()).extracting(YamlException::getMessage).satisfiesExactly(
            m -> assertThat(m).startsWith("broken.yaml:10: signals[0].from: east is not among"),
            m -> assertThat(m).startsWith("broken.yaml:11: signals[0].category: rudeness is not"),
            m -> assertThat(m).startsWith("broken.yaml:12: signals[0].weight: much is not a whole number"),
            m -> assertThat(m).startsWith("broken.yaml:13: signals[0].severty is not known; did you mean"),
            m -> assertThat(m).startsWith("broken.yaml:15: signals[0]: 'relations ?? cooled'"),
            m -> assertThat(m).startsWith("broken.yaml:16: signals[0]: '<relation> cooled' refers to <relation>"),
            m -> assertThat(m).startsWith("broken.yaml:18: signals[1].id: cold is given to two signals"),
            m -> assertThat(m).startsWith("broken.yaml:18: signals[1]: has neither phrases nor acts"),
            m -> assertThat(m).startsWith("broken.yaml:20: topic is not known; did you mean topics?")));
  }

  private static void refusedAct(String act, String reason) {
    String watch = VALID.replace("signals:", "verbs:\n  warn: { en: [warn*] }\nsignals:")
        .replace("    en:\n      - rel", "    acts:\n      - " + act + "\n    en:\n      - rel");

    assertThatThrownBy(() -> Detector.parse(watch, "broken.yaml")).isInstanceOf(YamlException.class)
        .hasMessageStartingWith("broken.yaml:15: " + reason);
  }

  private static void refused(String right, String wrong, String... parts) {
    assertThatThrownBy(() -> Detector.parse(VALID.replace(right, wrong), "broken.yaml"))
        .isInstanceOf(YamlException.class).hasMessageStartingWith("broken.yaml:" + parts[0])
        .hasMessageContaining(parts[parts.length - 1]);
  }
}
