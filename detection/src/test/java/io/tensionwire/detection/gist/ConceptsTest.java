package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Gist;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConceptsTest {

  private static Map<String, Integer> concepts(String title, String body) {
    return Read.gist(title, body).concepts();
  }

  @Test
  void reportsOfOneEventInThreeLanguagesSpeakOfTheSame() {
    var english = concepts("Seoul summons Russian ambassador over airspace", "South Korea protests to Russia.");
    var korean = concepts("정부, 러시아 대사 초치…영공 문제", "한국 외교부는 러시아 대사를 불렀다.");
    var russian = concepts("Южная Корея вызвала посла России", "Речь о воздушном пространстве, сообщили в Сеуле.");

    for (var concepts : List.of(english, korean, russian)) {
      assertThat(concepts).containsKeys("summon", "ambassador", "airspace");
    }
  }

  @Test
  void whatTheTitleSaysIsMoreProminentThanTheRest() {
    var concepts = concepts(
        "Russia detains South Korean trawler", "South Korea asked Russia. It said so. It waited. A ferry was late.");

    assertThat(concepts.get("trawler")).isGreaterThan(concepts.get("ferry"));
  }

  @Test
  void whatRecallsAnotherYearIsNotSpokenOf() {
    var concepts = concepts(
        "Russia detains South Korean trawler",
        "South Korea asked Russia. It said so. In 2019 Moscow sent bombers into the airspace.");

    assertThat(concepts).containsKey("trawler").doesNotContainKeys("bomber", "airspace");
  }

  @Test
  void backgroundThatRecursDoesNotGrow() {
    String background = " Moscow buys howitzers. Moscow buys howitzers now. Moscow buys more howitzers. It buys howitzers.";

    var concepts = concepts("Russia and South Korea discuss crab quota", "They met. They talked." + background + background);

    assertThat(concepts.get("howitzer")).isLessThanOrEqualTo(2);
  }

  @Test
  void aLongerPhraseHidesTheShorterOneInIt() {
    var concepts = concepts("Russia, South Korea hold visa free talks", "A visa waiver is discussed by Russia and South Korea.");

    assertThat(concepts).containsKey("visa-free").doesNotContainKey("visa");
  }

  @Test
  void theCountriesOfThePairTellNothingAndOthersDo() {
    var concepts = concepts("Russia, South Korea and Mongolia sign rail pact", "South Korea and Russia signed.");

    assertThat(concepts).containsKey("mongolia").doesNotContainKeys("russia", "south-korea");
  }

  @Test
  void generalConceptsWeighLessThanTellingOnes() {
    var concepts = concepts("Russian president hears of South Korean icebreaker", "Russia and South Korea build one.");

    assertThat(concepts.get("icebreaker")).isGreaterThan(concepts.get("president"));
  }

  @Test
  void thereAreNeverMoreThanForty() {
    var words = new StringBuilder("Russia and South Korea. ");
    for (WordList.Row row : WordList.all()) {
      if (row.entry().kind() == Entry.Kind.CONCEPT) {
        words.append(row.english().split(",")[0].replaceAll("[=*]", "")).append(". ");
      }
    }

    Gist gist = Read.gist("Russia and South Korea", words.toString());

    assertThat(gist.concepts()).hasSize(40);
    assertThat(gist.terms()).hasSizeLessThanOrEqualTo(60);
  }
}
