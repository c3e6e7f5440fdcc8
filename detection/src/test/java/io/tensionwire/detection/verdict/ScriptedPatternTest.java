package io.tensionwire.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedPatternTest {
  private static final ScriptedPattern PATTERN =
      ScriptedPattern.of("\\b(interview|talk)\\b|q&a|인터뷰|\\[대담|интервью|^итоги (дня|недели)|[?|]{2}");

  @ParameterizedTest
  @ValueSource(strings = {"an interview", "our talk", "q&a", "장관 인터뷰", "[대담] 둘", "интервью посла", "итоги недели", "why??", "samsung: 인터뷰"})
  void anAlternativeIsFoundInItsScript(String text) {
    assertThat(PATTERN.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"interviews", "talks", "대담", "его итоги дня", "?", ""})
  void whatNoAlternativeSaysIsNotFound(String text) {
    assertThat(PATTERN.in(text)).isFalse();
  }
}
