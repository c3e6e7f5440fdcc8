package io.tensionwire.detection.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BCubedTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void storiesAsLabelledAreRight() {
    BCubed agreement = BCubed.of(List.of(item("1", "en", "x", "s"), item("2", "ko", "x", "s"), item("3", "ru", "y", "t")));

    assertThat(agreement.f1()).isEqualTo(1, EXACT);
  }

  @Test
  void twoEventsInOneStoryCostPrecisionOfEachArticle() {
    BCubed agreement = BCubed.of(List.of(item("1", "en", "x", "s"), item("2", "en", "x", "s"), item("3", "en", "y", "s")));

    assertThat(agreement.precision()).isEqualTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0) / 3, EXACT);
    assertThat(agreement.recall()).isEqualTo(1, EXACT);
  }

  @Test
  void anArticleWithoutAStoryIsOneOfItsOwn() {
    BCubed agreement = BCubed.of(List.of(item("1", "en", "x", null), item("2", "en", "x", null)));

    assertThat(agreement.precision()).isEqualTo(1, EXACT);
    assertThat(agreement.recall()).isEqualTo(0.5, EXACT);
  }

  @Test
  void acrossLanguagesOnlyArticlesInOtherLanguagesCount() {
    BCubed agreement = BCubed.acrossLanguages(List.of(
        item("1", "en", "x", "s"), item("2", "en", "x", "s"), item("3", "ko", "x", "t"), item("4", "ru", "y", "t")));

    assertThat(agreement.precision()).isEqualTo(0, EXACT);
    assertThat(agreement.recall()).isEqualTo(0, EXACT);
    assertThat(agreement.f1()).isEqualTo(0, EXACT);
  }

  private static BCubed.Item item(String id, String language, String label, @Nullable String story) {
    return new BCubed.Item(id, language, label, story);
  }
}
