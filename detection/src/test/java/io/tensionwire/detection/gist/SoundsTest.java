package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundsTest {

  @ParameterizedTest
  @CsvSource({
    "zinoviev, 지노비예프, зиновьев", "angara, 앙가라, ангара", "minho, 민호, минхо", "zelensky, 젤렌스키, зеленский",
    "seongnam, 성남, соннам", "medvedev, 메드베데프, медведев", "kharitonov, 하리토노프, харитонов",
    "tsvetkov, 츠베트코프, цветков", "volkov, 볼코프, волков", "haesong, 해송, хэсон", "daeyang, 대양, тэян",
    "gennady, 겐나디, геннадий", "shcherbakov, 셰르바코프, щербаков", "zhukova, 주코바, жукова"})
  void aNameSoundsTheSameInThreeScripts(String latin, String hangul, String cyrillic) {
    assertThat(Sounds.of(latin)).isEqualTo(Sounds.of(cyrillic)).isEqualTo(Sounds.of(hangul));
  }

  @ParameterizedTest
  @CsvSource({"orlov, karpov", "minho, minsu", "angara, nakhodka"})
  void differentNamesSoundDifferent(String one, String other) {
    assertThat(Sounds.of(one)).isNotEqualTo(Sounds.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "aeiou", "中"})
  void oddWordsHaveNoConsonants(String word) {
    assertThat(Sounds.strength(Sounds.of(word))).isZero();
  }
}
