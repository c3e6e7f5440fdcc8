package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.detection.gist.Entry.Kind;
import io.tensionwire.model.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {

  @Test
  void everyConceptHasWordsInAllThreeLanguages() {
    assertThat(WordList.all()).filteredOn(row -> row.entry().kind() != Kind.UNIT)
        .allSatisfy(row -> assertThat(List.of(row.english(), row.korean(), row.russian())).as(row.source())
            .doesNotContain(""));
  }

  @Test
  void noIdIsGivenTwice() {
    assertThat(WordList.all()).extracting(WordList.Row::entry).extracting(e -> e.kind() + " " + e.id())
        .doesNotHaveDuplicates();
  }

  @Test
  void aLineWithoutItsColumnsIsNamed() {
    assertThatThrownBy(() -> WordList.rows("# fish\n\ncrab | 9 | crab | 게 | краб", "sea.txt", Kind.CONCEPT))
        .hasMessageContaining("sea.txt:3").hasMessageContaining("weight 1 to 3");
  }

  @Test
  void englishWordsStandForTheirRegularForms() {
    assertThat(Forms.of("protest, carry, =made", Language.EN, true)).containsExactly(
        "(protest|protests|protested|protesting)", "(carry|carries|carried|carrying)", "made");
  }

  @Test
  void koreanPhrasesAreFoundAsOneWordToo() {
    assertThat(Forms.of("수출 통제*", Language.KO, true)).containsExactly("수출 통제*", "수출통제*");
  }

  @Test
  void russianStemsTakeTheirEndingsAndNoOtherLetters() {
    assertThat(Forms.of("суд~", Language.RU, true).getFirst()).contains("|суда|").doesNotContain("судно");
  }
}
