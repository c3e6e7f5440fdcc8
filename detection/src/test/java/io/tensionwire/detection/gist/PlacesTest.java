package io.tensionwire.detection.gist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

  @Test
  void placesMeetInThreeLanguages() {
    var english = Read.detection("Russian ship in Busan", "A ship from Vladivostok is in Busan, South Korea, Russia said.");
    var korean = Read.detection("러시아 선박 부산 입항", "블라디보스토크에서 온 러시아 배가 한국 부산항에 있다.");
    var russian = Read.detection("Судно России в Пусане", "Судно из Владивостока стоит в Пусане, Южная Корея.");

    assertThat(english.mentions().places()).containsExactly("busan", "vladivostok");
    assertThat(korean.mentions().places()).containsExactly("busan", "vladivostok");
    assertThat(russian.mentions().places()).containsExactly("busan", "vladivostok");
  }

  @Test
  void aCapitalThatStandsForItsGovernmentIsNoPlace() {
    assertThat(Read.detection("Moscow warns Seoul", "Russia warned South Korea, Moscow said.").mentions().places()).isEmpty();
  }
}
