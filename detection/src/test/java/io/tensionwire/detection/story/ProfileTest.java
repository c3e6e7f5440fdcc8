package io.tensionwire.detection.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final String MOSCOW_SUMMONS = "diplomatic-protest russia>south-korea";
  private static final String SEOUL_SUMMONS = "diplomatic-protest south-korea>russia";

  @Test
  void whoSummonsIsNotSummoned() {
    assertThat(of(MOSCOW_SUMMONS).opposes(of(SEOUL_SUMMONS))).isTrue();
    assertThat(of(MOSCOW_SUMMONS).opposes(of(MOSCOW_SUMMONS))).isFalse();
  }

  @Test
  void aReportOfBothIsOpposedToNeither() {
    assertThat(of(MOSCOW_SUMMONS, SEOUL_SUMMONS).opposes(of(SEOUL_SUMMONS))).isFalse();
  }

  @Test
  void whatIsSaidAcrossAndBackMayBeOneEvent() {
    assertThat(of("hostile-rhetoric russia>south-korea").opposes(of("hostile-rhetoric south-korea>russia"))).isFalse();
    assertThat(of("diplomatic-protest null").opposes(of(SEOUL_SUMMONS))).isFalse();
  }

  private static Profile of(String... acts) {
    Map<String, Integer> reported = new HashMap<>();
    List.of(acts).forEach(act -> reported.put(act, 3));
    var portrait = new Portrait(Language.EN, Genre.REPORT, reported, List.of(), null, Gist.NONE);
    return Profile.of(portrait, Instant.parse("2026-03-02T09:00:00Z"), Rarity.shipped());
  }
}
