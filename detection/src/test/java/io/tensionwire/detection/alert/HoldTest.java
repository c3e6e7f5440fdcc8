package io.tensionwire.detection.alert;

import static io.tensionwire.detection.alert.Filed.PROTEST;
import static io.tensionwire.detection.alert.Filed.THREAT;
import static io.tensionwire.detection.story.Sample.NOON;
import static io.tensionwire.detection.story.Sample.recap;
import static io.tensionwire.model.AlertKind.ESCALATED;
import static io.tensionwire.model.AlertKind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Genre;
import io.tensionwire.model.Severity;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Articles that are recorded, and not told. */
class HoldTest {

  private final OneStory story = new OneStory();

  @Test
  void whatWasThereAtTheFirstPollIsRecordedAndAFreshReportOpensTheStory() {
    story.file(Filed.of("a").firstPoll()).file(Filed.of("b"));

    assertThat(story.untold).containsExactly(Untold.FIRST_POLL);
    assertThat(story.kinds()).containsExactly(OPENED);
    assertThat(story.last().reason()).isEqualTo("first report, by b gazette");
  }

  @Test
  void aCopyOfWhatWasRecordedIsRecordedAndSoIsACopyOfThat() {
    String wire = "The ministry summoned the ambassador over the remarks of the week before. ".repeat(4);
    story.file(Filed.of("a").firstPoll().text(wire)).file(Filed.of("b").text(wire + "Copy."));
    story.restart().file(Filed.of("c").text(wire + "Copy again."));

    assertThat(story.untold).containsExactly(Untold.FIRST_POLL, Untold.COPY_OF_RECORDED, Untold.COPY_OF_RECORDED);
    assertThat(story.alerts).isEmpty();
  }

  @Test
  void aFirstPollIsToldWhereTheConfigurationSaysSo() {
    story.settings = new AlertSettings(Duration.ofHours(24), FirstPoll.TOLD);

    story.file(Filed.of("a").firstPoll());

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void anEventOfMoreThanADayBeforeIsRecorded() {
    story.file(Filed.of("late").at(NOON.minus(Duration.ofHours(24)).minusMillis(1), NOON));
    assertThat(story.untold).containsExactly(Untold.OLDER_THAN_MAX_AGE);

    story.file(Filed.of("in time").at(NOON.minus(Duration.ofHours(24)), NOON));
    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void maxAgeIsCountedInHoursWhateverTheClocksDid() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    var published = LocalDateTime.of(2026, 10, 24, 14, 0).atZone(berlin).toInstant();
    var theSameHourNextDay = LocalDateTime.of(2026, 10, 25, 14, 0).atZone(berlin).toInstant(); // 25 hours later

    story.file(Filed.of("a").at(published, theSameHourNextDay));

    assertThat(story.untold).containsExactly(Untold.OLDER_THAN_MAX_AGE);
  }

  @Test
  void anOldArticleThatSaysMoreDoesNotEscalateButAFreshOneDoes() {
    story.file(Filed.of("a").outlet("o"))
        .file(Filed.of("old").outlet("o").says(Severity.HIGH, THREAT).at(NOON.minus(Duration.ofDays(2)), NOON));
    assertThat(story.kinds()).containsExactly(OPENED);

    story.file(Filed.of("fresh").outlet("o").says(Severity.HIGH, THREAT));
    assertThat(story.kinds()).containsExactly(OPENED, ESCALATED);
  }

  @ParameterizedTest
  @EnumSource(value = Genre.class, names = {"ANALYSIS", "OPINION", "EXPLAINER", "ROUNDUP", "ANNIVERSARY", "OTHER"})
  void whatIsNoReportOpensNothingUntilOneComes(Genre genre) {
    story.file(Filed.of("a").genre(genre)).file(Filed.of("b"));

    assertThat(story.untold).containsExactly(Untold.GENRE);
    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @ParameterizedTest
  @EnumSource(value = Genre.class, names = {"REPORT", "OFFICIAL", "INTERVIEW", "LIVE"})
  void whatReportsOpensAStory(Genre genre) {
    story.file(Filed.of("a").genre(genre));

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void aReportThatCopiesAnAnalysisOpensTheStory() {
    String text = "The ministry summoned the ambassador over the remarks of the week before. ".repeat(4);
    story.file(Filed.of("a").genre(Genre.ANALYSIS).text(text)).file(Filed.of("b").text(text));

    assertThat(story.kinds()).containsExactly(OPENED);
  }

  @Test
  void historyOpensNothing() {
    story.file(Filed.of("a").says(Severity.NOTICE, recap(PROTEST)));

    assertThat(story.untold).containsExactly(Untold.ONLY_RECAP);
    assertThat(story.alerts).isEmpty();
  }
}
