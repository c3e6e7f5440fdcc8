package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input is quadratic: twice the text is about twice the work. How much work that is, is a benchmark's matter. */
class GrowthTest {
  /** The time of this thread alone: a busy machine does not make the detector slower. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Detector DETECTOR = Articles.shipped();
  private static final String OPENING = "It was the news of the day that the two have been in talks for most of it. ".repeat(30);
  private static final int CHARACTERS = 20_000;

  /** Linear work doubles; quadratic work is four times as much. */
  private static final double MOST_GROWTH = 3.2;
  private static final int ATTEMPTS = 6;

  @ParameterizedTest
  @ValueSource(strings = {
    "South Korea and Russia not unfriendly red line. ",
    "South Korea Russia ambassador summoned ministry arms Ukraine warned retaliation ",
    "summoned one two three four ambassador five six ",
    "Korea and both sides not if red line, ",
    "한국 러시아 관계 악화 ",
    "Россия и Корея отношения ухудшились, ",
    "한국러시아외교장관회담제재우크라이나무기지원",
    "unfriendly",
    "\"«“Korea’s “red line” Russia»\" ",
    "!?.\"')] a",
    "\n \n",
    "Russia.  \t  \n    ",
    "\u0301\u0323",
    "Rus\u00ADsia\u200B\u200B ",
  })
  void twiceTheTextIsAboutTwiceTheWork(String repeated) {
    Article one = article(repeated, CHARACTERS);
    Article two = article(repeated, 2 * CHARACTERS);
    double growth = Double.MAX_VALUE;

    for (int attempt = 0; attempt < ATTEMPTS && growth > MOST_GROWTH; attempt++) {
      growth = Math.min(growth, (double) leastTime(two) / leastTime(one));
    }

    assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
  }

  @Test
  void anEmptyBodyIsNoProblem() {
    assertThat(DETECTOR.judge(Articles.article("Red line", ""))).isInstanceOf(Judgement.PassedOver.class);
  }

  private static Article article(String repeated, int characters) {
    return Articles.article(
        "South Korea summons the ambassador of Russia", OPENING + repeated.repeat(characters / repeated.length()));
  }

  private static long leastTime(Article article) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      DETECTOR.judge(article);
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    return least;
  }
}
