package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input is quadratic: twice the text is about twice the work. */
class SpeedTest {
  private static final Detector DETECTOR = Articles.shipped();

  @ParameterizedTest
  @ValueSource(strings = {
    "South Korea and Russia not unfriendly red line ", "Korea ambassador summoned by both sides. ", "한국 러시아 관계 악화 ",
    "Россия и Корея отношения ухудшились, ", "red red red line "
  })
  void aLongTextOfOneRepeatedPhraseTakesTimeInProportion(String phrase) {
    Article article = Articles.article("South Korea and Russia", phrase.repeat(200_000 / phrase.length()));
    DETECTOR.judge(article);

    long start = System.nanoTime();
    DETECTOR.judge(article);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void anEmptyBodyIsNoProblem() {
    assertThat(DETECTOR.judge(Articles.article("Red line", ""))).isInstanceOf(Judgement.PassedOver.class);
  }
}
