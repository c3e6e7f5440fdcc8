package io.tensionwire.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {

  @ParameterizedTest
  @ValueSource(strings = {"Читайте также", "Чит айте также", "Читайтетакже", "Related stories", "Relat ed stories:", "관련 기 사"})
  void headlinesUnderAHeadingAreNoSentencesEvenWhereTheHeadingIsTorn(String heading) {
    Document document = Document.of(
        Articles.article("A title", "The court sat today.\n\n" + heading + "\nMinister summons envoy\nRain in the north"));

    assertThat(document.sentences()).extracting(Sentence::text).containsExactly("A title", "The court sat today.");
  }
}
