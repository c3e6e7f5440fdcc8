package io.tensionwire.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void eachItemOfABriefIsASentence() {
    assertThat(sentences("▲ 외교부, 일본 공사 초치 ▲ 러시아, 보복 다짐 ▲ 기준금리 동결"))
        .containsExactly("▲ 외교부, 일본 공사 초치", "▲ 러시아, 보복 다짐", "▲ 기준금리 동결");
  }

  @Test
  void anInitialAndAnAbbreviationEndNothing() {
    assertThat(sentences("Gen. Kim and J. Smith of the U.S. embassy met on Jan. 5 in Seoul. They talked."))
        .containsExactly("Gen. Kim and J. Smith of the U.S. embassy met on Jan. 5 in Seoul.", "They talked.");
  }

  private static List<String> sentences(String body) {
    return Document.of(Articles.article("—", body)).sentences().stream()
        .filter(sentence -> !sentence.title()).map(sentence -> sentence.text().strip()).toList();
  }
}
