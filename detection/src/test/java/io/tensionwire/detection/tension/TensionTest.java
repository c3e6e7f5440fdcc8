package io.tensionwire.detection.tension;

import static io.tensionwire.detection.tension.Reports.MOSCOW_TO_SEOUL;
import static io.tensionwire.detection.tension.Reports.NOON;
import static io.tensionwire.detection.tension.Reports.PAIR;
import static io.tensionwire.detection.tension.Reports.SEOUL_TO_MOSCOW;
import static io.tensionwire.detection.tension.Reports.recap;
import static io.tensionwire.detection.tension.Reports.signal;
import static io.tensionwire.detection.tension.Reports.story;
import static io.tensionwire.detection.tension.Reports.threat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Category;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Story;
import io.tensionwire.model.TensionPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TensionTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final HeapShelf<TensionDay> days = new HeapShelf<>();
  private final HeapShelf<StoryShare> shares = new HeapShelf<>();
  private final HeapShelf<TensionWindow> windows = new HeapShelf<>();
  private Tension tension = new Tension(days, shares, windows);
  private final Map<String, TensionPoint> points = new TreeMap<>();
  private final List<Alert> alerts = new ArrayList<>();
  private int told;

  @Test
  void aStoryMovesItsDayAndItsWeekInItsDirectionAndInTotal() {
    weigh(threat("a", Severity.HIGH), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isEqualTo(8);
    assertThat(week(Tension.TOTAL, "2026-11-21").escalation()).isEqualTo(8);
    assertThat(day(MOSCOW_TO_SEOUL, "2026-11-21").escalation()).isEqualTo(8);
    assertThat(day(SEOUL_TO_MOSCOW, "2026-11-21").escalation()).isZero();
    assertThat(day(MOSCOW_TO_SEOUL, "2026-11-21").storyIds()).containsExactly("a");
    assertThat(week(Tension.TOTAL, "2026-11-21").windowStart()).isEqualTo(Instant.parse("2026-11-15T00:00:00Z"));
  }

  @Test
  void aStoryCountsOnceHoweverOftenItIsTold() {
    weigh(threat("a", Severity.HIGH), NOON);
    int before = told;

    weigh(threat("a", Severity.HIGH), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isEqualTo(8);
    assertThat(told).isEqualTo(before);
  }

  @Test
  void whatAStoryAddedIsCorrectedWhenItsSeverityChangesOrIsTakenBack() {
    weigh(threat("a", Severity.HIGH), NOON);
    weigh(threat("a", Severity.CRITICAL), NOON);
    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isEqualTo(20);

    weigh(story("a", null, null), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isZero();
    assertThat(day(Tension.TOTAL, "2026-11-21").storyIds()).isEmpty();
  }

  @Test
  void aStoryThatTurnsMovesToTheOtherSide() {
    weigh(threat("a", Severity.HIGH), NOON);

    weigh(story("a", Severity.HIGH, Polarity.DEESCALATION, signal(Category.DIALOGUE, SEOUL_TO_MOSCOW, 50)), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isZero();
    assertThat(day(Tension.TOTAL, "2026-11-21").deescalation()).isEqualTo(8);
    assertThat(day(MOSCOW_TO_SEOUL, "2026-11-21").storyIds()).isEmpty();
    assertThat(day(SEOUL_TO_MOSCOW, "2026-11-21").deescalation()).isEqualTo(8);
  }

  @Test
  void aMixedStoryIsDividedAsItsSignalsAre() {
    weigh(story("a", Severity.HIGH, Polarity.MIXED,
        signal(Category.RETALIATION_THREAT, MOSCOW_TO_SEOUL, 60),
        signal(Category.RETALIATION_THREAT, MOSCOW_TO_SEOUL, 40),
        signal(Category.DIALOGUE, SEOUL_TO_MOSCOW, 20)), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isEqualTo(6);
    assertThat(day(Tension.TOTAL, "2026-11-21").deescalation()).isEqualTo(2);
    assertThat(day(MOSCOW_TO_SEOUL, "2026-11-21").escalation()).isEqualTo(6);
    assertThat(day(MOSCOW_TO_SEOUL, "2026-11-21").deescalation()).isZero();
    assertThat(day(SEOUL_TO_MOSCOW, "2026-11-21").deescalation()).isEqualTo(2);
  }

  @Test
  void recapHasNoDirection() {
    weigh(story("a", Severity.HIGH, Polarity.ESCALATION,
        recap(signal(Category.RETALIATION_THREAT, SEOUL_TO_MOSCOW, 60)),
        signal(Category.RETALIATION_THREAT, MOSCOW_TO_SEOUL, 40)), NOON);

    assertThat(day(SEOUL_TO_MOSCOW, "2026-11-21").escalation()).isZero();
    assertThat(day(MOSCOW_TO_SEOUL, "2026-11-21").escalation()).isEqualTo(8);
  }

  @Test
  void mergedStoriesCountOnceOnTheDayOfTheFirst() {
    weigh(threat("a", Severity.HIGH), NOON.minus(DAY), NOON);
    weigh(threat("b", Severity.HIGH), NOON);

    hear(tension.weigh(PAIR, threat("b", Severity.CRITICAL), NOON, List.of("a"), NOON));

    assertThat(day(Tension.TOTAL, "2026-11-20").escalation()).isEqualTo(20);
    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isZero();
    assertThat(week(Tension.TOTAL, "2026-11-21").storyIds()).containsExactly("b");
  }

  @Test
  void aLateStoryMovesItsOwnDayAndTheWeeksThatHoldIt() {
    cover(NOON);
    weigh(threat("a", Severity.ELEVATED), NOON.minus(DAY.multipliedBy(5)), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-16").escalation()).isEqualTo(3);
    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isZero();
    assertThat(week(Tension.TOTAL, "2026-11-21").escalation()).isEqualTo(3);
    assertThat(week(Tension.TOTAL, "2026-11-16").escalation()).isEqualTo(3);
    assertThat(points).doesNotContainKey(Tension.TOTAL + "/P7D/2026-11-15");
  }

  @Test
  void anEarlierEventOfALateArticleMovesItsStory() {
    weigh(threat("a", Severity.ELEVATED), NOON);

    weigh(threat("a", Severity.ELEVATED), NOON.minus(DAY), NOON);

    assertThat(day(Tension.TOTAL, "2026-11-21").escalation()).isZero();
    assertThat(day(Tension.TOTAL, "2026-11-20").escalation()).isEqualTo(3);
  }

  @Test
  void whatIsOlderThanWhatIsKeptIsIgnoredAndCounted() {
    cover(NOON);
    int before = told;

    cover(NOON.minus(DAY.multipliedBy(100)));
    weigh(threat("a", Severity.CRITICAL), NOON.minus(DAY.multipliedBy(100)), NOON);

    assertThat(tension.ignored()).isEqualTo(2);
    assertThat(told).isEqualTo(before);
    cover(NOON.minus(DAY.multipliedBy(99)));
    assertThat(tension.ignored()).isEqualTo(2);
  }

  @Test
  void daysAreThoseOfUtcWhateverTheZonesOfThePairDo() {
    // In the night in which clocks went back in Europe a day has 24 hours here as well.
    cover(Instant.parse("2026-10-24T23:59:59Z"), Instant.parse("2026-10-25T00:00:00Z"));
    cover(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T00:00:00Z"));
    cover(Instant.parse("2026-10-25T23:59:59Z"), Instant.parse("2026-10-25T23:59:59Z"));

    tick(Instant.parse("2026-10-25T23:59:59Z"));

    assertThat(day(Tension.TOTAL, "2026-10-24").coverage()).isEqualTo(1);
    assertThat(day(Tension.TOTAL, "2026-10-25").coverage()).isEqualTo(2);
    assertThat(week(Tension.TOTAL, "2026-10-25").coverage()).isEqualTo(3);
  }

  @Test
  void coverageIsToldWithTheNextTickOrStoryAndOnce() {
    cover(NOON);
    cover(NOON);
    assertThat(day(Tension.TOTAL, "2026-11-21").coverage()).isZero();

    tick(NOON);
    assertThat(day(Tension.TOTAL, "2026-11-21").coverage()).isEqualTo(2);
    assertThat(day(SEOUL_TO_MOSCOW, "2026-11-21").coverage()).isEqualTo(2);

    int before = told;
    tick(NOON.plusSeconds(10));
    assertThat(told).isEqualTo(before);
  }

  @Test
  void aQuietDayIsToldOnceWhenItBegins() {
    weigh(threat("a", Severity.HIGH), NOON);
    int before = told;

    tick(NOON.plus(DAY));

    assertThat(told - before).isEqualTo(6);
    assertThat(day(Tension.TOTAL, "2026-11-22").escalation()).isZero();
    assertThat(day(Tension.TOTAL, "2026-11-22").historyDays()).isEqualTo(2);
    assertThat(week(Tension.TOTAL, "2026-11-22").escalation()).isEqualTo(8);
    tick(NOON.plus(DAY).plusSeconds(60));
    assertThat(told - before).isEqualTo(6);
  }

  @Test
  void thereIsNoIndexBefore28DaysOfHistory() {
    cover(NOON);

    tick(NOON.plus(DAY.multipliedBy(26)));
    assertThat(day(Tension.TOTAL, "2026-12-17").historyDays()).isEqualTo(27);
    assertThat(day(Tension.TOTAL, "2026-12-17").index()).isNull();

    tick(NOON.plus(DAY.multipliedBy(27)));
    assertThat(day(Tension.TOTAL, "2026-12-18").historyDays()).isEqualTo(28);
    assertThat(day(Tension.TOTAL, "2026-12-18").index()).isEqualTo(50.0);
  }

  @Test
  void theIndexIsTheMidRankAmongTheLast90Days() {
    cover(NOON);
    Instant now = NOON.plus(DAY.multipliedBy(99));
    for (int back = 0; back < 90; back++) {
      if (back % 3 == 0) {
        weigh(threat("s" + back, back == 0 ? Severity.HIGH : Severity.NOTICE), now.minus(DAY.multipliedBy(back)), now);
      }
    }

    // 60 days with none, 29 with 1, this one with 8.
    assertThat(day(Tension.TOTAL, "2027-02-28").historyDays()).isEqualTo(90);
    assertThat(day(Tension.TOTAL, "2027-02-28").index()).isEqualTo(99.4);
  }

  @Test
  void aLateStoryPutsTheIndexOfOtherDaysRightAtTheNextTick() {
    cover(NOON);
    Instant now = NOON.plus(DAY.multipliedBy(39));
    tick(now);
    assertThat(day(Tension.TOTAL, "2026-12-30").index()).isEqualTo(50.0);

    weigh(threat("late", Severity.HIGH), now.minus(DAY.multipliedBy(10)), now);
    assertThat(day(Tension.TOTAL, "2026-12-30").index()).isEqualTo(50.0);
    tick(now);

    assertThat(day(Tension.TOTAL, "2026-12-30").index()).isEqualTo(48.8);
  }

  @Test
  void twoStoriesOnAQuietRecordAreAnAlertOnce() {
    Instant now = quiet(60);

    weigh(threat("a", Severity.HIGH), now);
    assertThat(alerts).isEmpty();
    weigh(threat("b", Severity.ELEVATED), now);
    weigh(threat("c", Severity.ELEVATED), now);

    assertThat(alerts).extracting(Alert::subject).containsExactly(
        "tension/korea-russia/russia>south-korea/P1D", "tension/korea-russia/russia>south-korea/P7D");
    Alert alert = alerts.getFirst();
    assertThat(alert.headline()).isEqualTo("Tension Russia → South Korea, today: highest of the last 61 days");
    assertThat(alert.before()).isEqualTo("index 50, escalation 0 yesterday");
    assertThat(alert.after()).isEqualTo("index 99, escalation 11");
    assertThat(alert.reason()).isEqualTo(
        "index 99 of 100 among the last 61 days, highest of the last 61 days; 2 stories, heaviest: “SAMPLE: a”");
    assertThat(alert.sources()).extracting(s -> s.articleId()).containsExactly("article-a", "article-b");
  }

  @Test
  void theTotalIsToldWhereBothSidesAddToIt() {
    Instant now = quiet(60);

    weigh(threat("a", Severity.HIGH), now);
    weigh(story("b", Severity.HIGH, Polarity.ESCALATION, signal(Category.DIPLOMATIC_PROTEST, SEOUL_TO_MOSCOW, 40)), now);

    assertThat(alerts).extracting(Alert::subject).containsExactly(
        "tension/korea-russia/total/P1D", "tension/korea-russia/total/P7D");
    assertThat(alerts.getFirst().headline())
        .isEqualTo("Tension South Korea – Russia, today: highest of the last 61 days");
  }

  @Test
  void anAlertSaysWhenThereLastWasAsMuch() {
    Instant now = quiet(60);
    weigh(threat("old", Severity.CRITICAL), now.minus(DAY.multipliedBy(20)), now);

    weigh(threat("a", Severity.HIGH), now);
    weigh(threat("b", Severity.HIGH), now);

    assertThat(alerts.getFirst().headline()).isEqualTo("Tension Russia → South Korea, today: highest since 31 December 2026");
  }

  @Test
  void thereIsNoAlertBefore28DaysOfHistory() {
    Instant now = quiet(26);

    weigh(threat("a", Severity.CRITICAL), now);
    weigh(threat("b", Severity.CRITICAL), now);

    assertThat(alerts).isEmpty();
  }

  @Test
  void aWindowThatStaysHighIsNotToldAgainTheNextDay() {
    Instant now = quiet(60);
    weigh(threat("a", Severity.CRITICAL), now);
    weigh(threat("b", Severity.CRITICAL), now);
    alerts.clear();

    tick(now.plus(DAY));
    weigh(threat("c", Severity.ELEVATED), now.plus(DAY));

    assertThat(alerts).isEmpty();
  }

  @Test
  void aLateStoryOfADayThatIsOverIsNoAlertAboutThatDay() {
    Instant now = quiet(60);

    weigh(threat("a", Severity.HIGH), now.minus(DAY.multipliedBy(8)), now);
    weigh(threat("b", Severity.HIGH), now.minus(DAY.multipliedBy(8)), now);

    assertThat(alerts).isEmpty();
  }

  @Test
  void whatIsRememberedIsEnoughToGoOn() {
    Instant now = quiet(60);
    weigh(threat("a", Severity.HIGH), now);
    weigh(threat("b", Severity.HIGH), now);
    alerts.clear();
    int before = told;

    tension = new Tension(days, shares, windows);
    tick(now);
    weigh(threat("b", Severity.HIGH), now);

    assertThat(told).isEqualTo(before);
    weigh(threat("c", Severity.HIGH), now);
    assertThat(day(Tension.TOTAL, LocalDate.parse("2026-11-21").plusDays(60).toString()).escalation()).isEqualTo(24);
    assertThat(alerts).isEmpty();
  }

  @Test
  void nothingIsKeptForLongerThanNeeded() {
    weigh(threat("a", Severity.HIGH), NOON);

    for (int day = 1; day <= 400; day += 50) {
      tick(NOON.plus(DAY.multipliedBy(day)));
    }
    tick(NOON.plus(DAY.multipliedBy(400)));

    var kept = new TreeMap<String, Object>();
    days.forEach(kept::put);
    assertThat(kept).hasSize(Tension.KEPT);
    kept.clear();
    shares.forEach(kept::put);
    assertThat(kept).isEmpty();
    windows.forEach(kept::put);
    assertThat(kept).hasSize(Tension.MOVING * 6);
  }

  private Instant quiet(int daysOfHistory) {
    cover(NOON);
    Instant now = NOON.plus(DAY.multipliedBy(daysOfHistory));
    tick(now);
    return now;
  }

  private void weigh(Story story, Instant at) {
    weigh(story, at, at);
  }

  private void weigh(Story story, Instant eventAt, Instant now) {
    hear(tension.weigh(PAIR, story, eventAt, List.of(), now));
  }

  private void cover(Instant eventAt) {
    cover(eventAt, NOON);
  }

  private void cover(Instant eventAt, Instant now) {
    hear(tension.cover(PAIR, eventAt, now));
  }

  private void tick(Instant now) {
    hear(tension.tick(PAIR, now));
  }

  private void hear(Tension.Told news) {
    for (TensionPoint point : news.points()) {
      LocalDate lastDay = LocalDate.ofInstant(point.windowStart().plus(point.window()).minusSeconds(1), java.time.ZoneOffset.UTC);
      points.put(point.direction() + "/P" + point.window().toDays() + "D/" + lastDay, point);
      told++;
    }
    alerts.addAll(news.alerts());
  }

  private TensionPoint day(String direction, String day) {
    return requireNonNull(points.get(direction + "/P1D/" + day));
  }

  private TensionPoint week(String direction, String lastDay) {
    return requireNonNull(points.get(direction + "/P7D/" + lastDay));
  }
}
