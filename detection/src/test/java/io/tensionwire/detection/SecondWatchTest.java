package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A second pair is a second file and no code: Korea and Japan, by articles of our own writing. */
class SecondWatchTest {

  private static Detector koreaJapan;

  @BeforeAll
  static void read() throws IOException {
    Path file = Path.of("..", "config", "watches", "examples", "korea-japan.yaml");
    koreaJapan = Detector.parse(Files.readString(file), file.toString());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/own/korea-japan-news.txt", delimiter = '|')
  void newsOfThePairIsFound(String category, String polarity, String title, String text) {
    Detection detection = Articles.named(koreaJapan, Articles.article(title, text));

    assertThat(detection.worthTelling()).as("passed over: " + detection.passedOver()).isTrue();
    assertThat(detection.watchId()).isEqualTo("korea-japan");
    assertThat(WireName.of(Objects.requireNonNull(detection.polarity()))).isEqualTo(polarity);
    assertThat(detection.signals()).extracting(Signal::category)
        .map(c -> WireName.of(Objects.requireNonNull(c))).contains(category);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/own/korea-japan-traps.txt", delimiter = '|')
  void whatOnlyLooksLikeItTellsNothing(String title, String text) {
    Judgement judgement = koreaJapan.judge(Articles.article(title, text));

    assertThat(judgement instanceof Judgement.Named named && named.detection().worthTelling()).isFalse();
  }

  @Test
  void eachWatchHearsOfItsOwnPair() {
    Detector koreaRussia = Articles.shipped();
    Article tokyo = Articles.article(
        "Seoul summons Japanese envoy", "South Korea's foreign ministry summoned the Japanese ambassador in protest.");
    Article moscow = Articles.article(
        "Seoul summons Russian envoy", "South Korea's foreign ministry summoned the Russian ambassador in protest.");

    assertThat(List.of(told(koreaJapan, tokyo), told(koreaJapan, moscow))).containsExactly(true, false);
    assertThat(List.of(told(koreaRussia, tokyo), told(koreaRussia, moscow))).containsExactly(false, true);
  }

  private static boolean told(Detector detector, Article article) {
    return detector.judge(article) instanceof Judgement.Named named && named.detection().worthTelling();
  }
}
