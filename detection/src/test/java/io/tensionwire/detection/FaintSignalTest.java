package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaintSignalTest {
  private static final Detector DETECTOR = Detector.parse("""
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
          en: [ties soured]
        - id: friction
          category: hostile-rhetoric
          weight: 40
          faint: true
          en: [trouble]
      """, "north-south.yaml");

  @Test
  void whatIsFaintIsToldWhereNothingPlainerIs() {
    assertThat(found("Northland has trouble with Southland", "The two have met before.")).containsExactly("friction");
  }

  @Test
  void plainerWordsSilenceIt() {
    assertThat(found("Northland has trouble with Southland", "The ties soured.")).containsExactly("cold");
  }

  @Test
  void itNeedsBothInItsSentence() {
    assertThat(found("Northland and Southland meet in the rain", "There was trouble with the roof.")).isEmpty();
  }

  private static List<String> found(String title, String text) {
    return Articles.named(DETECTOR, Articles.article(title, text)).signals().stream().map(Signal::id).toList();
  }
}
