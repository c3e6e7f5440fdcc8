package io.tensionwire.detection.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

  private static final String WIRE =
      """
      The foreign ministry lodged a protest with the ambassador on Saturday over the fishing nets that were cut near the
      northern reef last week, a ministry spokesperson told reporters. The ministry said four crews had lost their gear
      and asked that the owners be paid before the season ends. The embassy had no comment on Saturday evening.
      """;
  private static final String OTHER =
      """
      Two patrol boats turned back a survey vessel east of the strait at dawn, the coast guard said. The vessel had been
      asked three times to name its port of call. Nobody was hurt, and the fishing fleet went out as on any other day.
      """;

  private final NearCopies copies = new NearCopies(Duration.ofDays(3));

  @Test
  void aWireCopyWithItsOwnHeadAndTailIsFound() {
    remember(Sample.of("wire").text(WIRE));

    var near = copies.nearest(Sample.of("copy").text("(Harbour city) " + WIRE + " More follows.").detection());

    assertThat(near).isNotNull().extracting(FollowedArticle::articleId).isEqualTo("wire");
  }

  @Test
  void anotherTextIsNot() {
    remember(Sample.of("wire").text(WIRE));

    assertThat(copies.nearest(Sample.of("other").text(OTHER).detection())).isNull();
  }

  @Test
  void theNearestOfSeveralIsFound() {
    remember(Sample.of("cut").text(WIRE.substring(0, WIRE.length() * 3 / 4)).at(Sample.NOON.minusSeconds(60)));
    remember(Sample.of("whole").text(WIRE));

    var near = copies.nearest(Sample.of("copy").text(WIRE).detection());

    assertThat(near).isNotNull().extracting(FollowedArticle::articleId).isEqualTo("whole");
  }

  @Test
  void theSameWordsBeyondTheWindowAreNoCopy() {
    remember(Sample.of("wire").text(WIRE).at(Sample.NOON.minus(Duration.ofDays(12))));

    assertThat(copies.nearest(Sample.of("copy").text(WIRE).detection())).isNull();
  }

  @Test
  void whatIsForgottenIsNotFound() {
    FollowedArticle wire = remember(Sample.of("wire").text(WIRE));

    copies.forget(wire);

    assertThat(copies.nearest(Sample.of("copy").text(WIRE).detection())).isNull();
  }

  @Test
  void textsWithoutAFingerprintAreCopiesOfNothing() {
    remember(Sample.of("empty").text(""));

    assertThat(copies.nearest(Sample.of("empty-too").text("").detection())).isNull();
  }

  private FollowedArticle remember(Sample sample) {
    FollowedArticle article = FollowedArticle.first(sample.detection(), "story-of-" + sample.article());
    copies.remember(article);
    return article;
  }
}
