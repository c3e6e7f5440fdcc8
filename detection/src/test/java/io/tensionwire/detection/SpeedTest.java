package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input is quadratic: twice the text is about twice the work. */
class SpeedTest {
  /** The time of this thread alone: a busy machine does not make the detector slower. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Detector DETECTOR = Articles.shipped();

  @ParameterizedTest
  @ValueSource(strings = {
    "South Korea and Russia not unfriendly red line ", "Korea ambassador summoned by both sides. ", "한국 러시아 관계 악화 ",
    "Россия и Корея отношения ухудшились, ", "red red red line "
  })
  void aLongTextOfOneRepeatedPhraseTakesTimeInProportion(String phrase) {
    Article article = Articles.article("South Korea and Russia", phrase.repeat(5_000_000 / phrase.length()));
    DETECTOR.judge(article);

    long start = THREADS.getCurrentThreadCpuTime();
    DETECTOR.judge(article);

    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anEmptyBodyIsNoProblem() {
    assertThat(DETECTOR.judge(Articles.article("Red line", ""))).isInstanceOf(Judgement.PassedOver.class);
  }
}
