package io.tensionwire.detection.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.detection.day.NewsroomDay.Made;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What an editor is spared: of a day's ten thousand articles, none of which is news of the pair, at most one may become
 * a message. The failure lists each false one with its template, its rules and its sentences.
 */
class NewsroomDayTest {
  private static final Detector DETECTOR = Articles.shipped();
  private static final long SEED = 20_261_121;
  private static final int ARTICLES = 10_000;
  private static final int MOST_MESSAGES = 1;
  private static final int MOST_SHOWN = 300;

  /**
   * Something told of an article.
   *
   * @param severity {@code notice} goes to the digest, all else is a message
   */
  private record Told(Made made, Detection detection, Severity severity) {
    @Override
    public String toString() {
      return severity + " " + detection.score() + " " + made + detection.signals().stream()
          .filter(signal -> signal.current() && signal.stance() != Stance.NEGATED).map(Told::line)
          .collect(Collectors.joining());
    }

    private static String line(Signal signal) {
      return "\n    " + signal.id() + " [" + signal.phrase() + "] " + signal.sentence();
    }
  }

  @Test
  void atMostOneFalseMessageOnADayOfTenThousandArticles() {
    List<Told> messages = new ArrayList<>();
    List<Told> notices = new ArrayList<>();
    int namingBoth = 0;

    for (Made made : new NewsroomDay(SEED).articles(ARTICLES)) {
      if (DETECTOR.judge(made.article()) instanceof Judgement.Named(Detection detection)) {
        namingBoth++;
        Severity severity = detection.severity();
        if (severity != null) {
          (severity.atLeast(Severity.ELEVATED) ? messages : notices).add(new Told(made, detection, severity));
        }
      }
    }

    assertThat(namingBoth).as("articles that name both").isBetween(ARTICLES * 15 / 100, ARTICLES * 35 / 100);
    assertThat(messages.size()).as("false messages, besides %s notices:\n%s\nand messages:\n%s\n", notices.size(),
        shown(notices), shown(messages)).isLessThanOrEqualTo(MOST_MESSAGES);
  }

  @Test
  void trueNewsIsToldWhateverThePagePrintsAroundIt() {
    List<Made> missed = new NewsroomDay(SEED).news(3).stream()
        .filter(made -> !(DETECTOR.judge(made.article()) instanceof Judgement.Named(Detection detection)
            && detection.severity() instanceof Severity severity && severity.atLeast(Severity.ELEVATED)))
        .toList();

    assertThat(missed).isEmpty();
  }

  @Test
  void theSameSeedMakesTheSameDay() {
    assertThat(new NewsroomDay(SEED).articles(200)).isEqualTo(new NewsroomDay(SEED).articles(200));
  }

  /** One of each template, the most telling first. */
  private static String shown(List<Told> told) {
    return told.stream().collect(Collectors.groupingBy(one -> one.made().template())).values().stream()
        .sorted((a, b) -> Integer.compare(b.size(), a.size())).limit(MOST_SHOWN)
        .map(same -> same.size() + " × " + same.getFirst()).collect(Collectors.joining("\n"));
  }
}
