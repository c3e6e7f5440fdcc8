package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static Map<String, Integer> names(String title, String body) {
    return Read.gist(title, body).names();
  }

  @Test
  void aPersonMeetsInThreeLanguages() {
    var english = names("Russia holds South Korean captain", "The captain, Kang Min-ho, spoke to Gorchakov, Russia said.");
    var korean = names("러시아, 한국 선장 억류", "한국인 강민호 선장은 고르차코프 검사를 만났다고 러시아가 밝혔다.");
    var russian = names("Россия задержала капитана из Южной Кореи", "Капитана зовут Кан Мин Хо, с ним говорил Горчаков.");

    assertThat(english).containsKeys("knmnk", "mnk", Sounds.of("gorchakov"));
    assertThat(korean).containsKeys("knmnk", "mnk", Sounds.of("gorchakov"));
    assertThat(russian).containsKeys("knmnk", "mnk", Sounds.of("gorchakov"));
  }

  @Test
  void aShipMeetsInThreeLanguages() {
    var english = names("South Korea holds Russian ship", "Russia asked about the Blagodat Star on Monday.");
    var korean = names("한국, 러시아 화물선 억류", "러시아 화물선 블라고다트호가 부산에 있다고 한국 해경이 밝혔다.");
    var russian = names("Южная Корея задержала судно России", "Речь о судне «Благодат», сообщили в посольстве.");

    String sound = Sounds.of("blagodat");
    assertThat(english).containsKey(sound);
    assertThat(korean).containsKey(sound);
    assertThat(russian).containsKey(sound);
  }

  @Test
  void russianCasesDoNotHideAName() {
    var nominative = names("Россия и Южная Корея", "В Сеуле выступил Горчаков, сказали в посольстве России.");
    var instrumental = names("Россия и Южная Корея", "В Сеуле встретились с Горчаковым, сказали в посольстве России.");

    assertThat(instrumental).containsAllEntriesOf(nominative);
  }

  @Test
  void thePartiesAndTheFirstWordOfASentenceAreNoNames() {
    var names = names("Russia warns South Korea", "Bystanders watched in Seoul. Russia and South Korea talked.");

    assertThat(names).isEmpty();
  }

  @Test
  void aHeadingInCapitalsNamesOnlyWhatTheTextNames() {
    var names = names(
        "Russian Governor Gorchakov Greets Bewildered South Korean Travellers",
        "In Russia the governor, Gorchakov, met people from South Korea.");

    assertThat(names).containsOnlyKeys(Sounds.of("gorchakov"));
  }
}
