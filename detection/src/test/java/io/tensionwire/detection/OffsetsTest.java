package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import io.tensionwire.model.Signal;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever a text is made of, every signal's offsets give its words and its sentence. */
class OffsetsTest {
  private static final Detector DETECTOR = Articles.shipped();
  private static final List<String> PARTS = List.of(
      "South Korea", "Russia", "summoned", "ambassador", "un\u00ADfriendly", "“red line”", "relations", "worsened", "not",
      "in 2022", ". ", ".\n\n", ", ", "러시아", "한국", "비우호적 조치", "초치했다", "한·러", "관계가", "악화", "않았다", "Россия",
      "Южной Кореей", "недружественный шаг", "вызвали посла", "ё", "\uD83D\uDE00", "ｒｅｄ ｌｉｎｅ", "\u200B", "«протест»", "U.S.",
      "S. Korea", "e\u0301", "ﬁ", "㈜", "\uD83D");

  @RepeatedTest(300)
  void offsetsAreValidInAnyText(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    Article article = Articles.article(text(random, 6) + "!", text(random, 60));

    Judgement judgement = DETECTOR.judge(article);

    if (judgement instanceof Judgement.Named named) {
      for (Signal signal : named.detection().signals()) {
        String field = switch (signal.field()) {
          case TITLE -> article.title();
          case SUMMARY -> article.summary();
          case BODY -> article.body();
        };
        assertThat(field.substring(signal.start(), signal.end())).isEqualTo(signal.phrase()).isNotBlank();
        assertThat(field.substring(signal.sentenceStart())).startsWith(signal.sentence());
        assertThat(signal.sentence()).contains(signal.phrase());
      }
    }
  }

  private static String text(Random random, int parts) {
    var text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      String part = PARTS.get(random.nextInt(PARTS.size()));
      text.append(random.nextInt(5) == 0 ? Normalizer.normalize(part, Normalizer.Form.NFD) : part).append(' ');
    }
    return text.toString();
  }
}
