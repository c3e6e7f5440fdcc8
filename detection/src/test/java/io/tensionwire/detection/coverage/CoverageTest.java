package io.tensionwire.detection.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.model.Alert;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Instant NIGHT = Instant.parse("2026-11-21T02:10:00Z");

  private final HeapShelf<FeedReport> feeds = new HeapShelf<>();
  private final HeapShelf<ToldSilence> told = new HeapShelf<>();
  private Coverage coverage = new Coverage(feeds, told);
  private Instant now = NIGHT;

  @Test
  void aFeedThatFailsForAnHourIsOneNoticeAndOneWhenItIsBack() {
    well("kr.example/a", "KR");
    well("kr2.example/b", "KR");
    well("kr3.example/c", "KR");
    note("kr.example/a", "KR", FeedHealth.REFUSED);

    List<Alert> soon = pass(Duration.ofMinutes(55));
    List<Alert> alerts = pass(Duration.ofMinutes(60));
    well("kr.example/a", "KR");
    List<Alert> back = pass(Duration.ofMinutes(10));

    assertThat(soon).isEmpty();
    assertThat(alerts).singleElement().satisfies(alert -> {
      assertThat(alert.subject()).isEqualTo("coverage/kr.example/a");
      assertThat(alert.severity()).isEqualTo(Severity.NOTICE);
      assertThat(alert.headline()).isEqualTo("kr.example is silent since 02:10 UTC: kr.example/a refuses us");
      assertThat(alert.eventAt()).isEqualTo(NIGHT);
    });
    assertThat(back).singleElement().satisfies(alert -> {
      assertThat(alert.subject()).isEqualTo("coverage/kr.example/a");
      assertThat(alert.headline()).startsWith("kr.example is read again after 1 h");
    });
  }

  @Test
  void anotherErrorDoesNotBeginTheHourAnew() {
    note("kr.example/a", "KR", FeedHealth.UNREACHABLE);
    pass(Duration.ofMinutes(40));
    note("kr.example/a", "KR", FeedHealth.REFUSED);

    assertThat(pass(Duration.ofMinutes(30))).hasSize(1);
  }

  @Test
  void aStaleFeedWasSilentForLongAlready() {
    note("kr.example/a", "KR", FeedHealth.STALE);

    assertThat(pass(Duration.ofMinutes(5))).singleElement().satisfies(alert ->
        assertThat(alert.reason()).startsWith("has nothing new"));
  }

  @Test
  void fiveFeedsThatFailTogetherAreOneAlert() {
    for (String country : List.of("KR", "RU", "US", "GB", "JP")) {
      note(country + ".example/a", country, FeedHealth.UNREACHABLE);
      well(country + "2.example/b", country);
      well(country + "3.example/c", country);
      now = now.plusSeconds(20);
    }

    assertThat(pass(Duration.ofHours(2))).singleElement().satisfies(alert -> {
      assertThat(alert.subject()).isEqualTo("coverage/several");
      assertThat(alert.headline()).startsWith("5 feeds silent since 02:10 UTC: ");
    });
  }

  @Test
  void halfACountryIsElevatedAndAllOfItHigh() {
    well("kr.example/a", "KR");
    for (int i = 1; i <= 3; i++) {
      well("ru" + i + ".example/a", "RU");
    }
    note("ru4.example/a", "RU", FeedHealth.UNREACHABLE);
    note("ru5.example/a", "RU", FeedHealth.BOT_WALL);
    note("ru6.example/a", "RU", FeedHealth.UNREACHABLE);
    List<Alert> half = pass(Duration.ofHours(2));
    for (int i = 1; i <= 3; i++) {
      note("ru" + i + ".example/a", "RU", FeedHealth.UNREACHABLE);
    }
    List<Alert> all = pass(Duration.ofHours(2));

    assertThat(half).singleElement().satisfies(alert -> {
      assertThat(alert.severity()).isEqualTo(Severity.ELEVATED);
      assertThat(alert.headline()).startsWith("Blind in Russia: 3 of 6 feeds silent since 02:10 UTC: ru4.example, ");
      assertThat(alert.reason()).isEqualTo(
          "takes us for a robot: ru5.example/a; cannot be reached: ru4.example/a, ru6.example/a");
    });
    assertThat(all).singleElement().satisfies(alert -> {
      assertThat(alert.subject()).isEqualTo("coverage/country/RU");
      assertThat(alert.severity()).isEqualTo(Severity.HIGH);
      assertThat(alert.headline()).startsWith("Blind in Russia: all 6 feeds silent");
    });
  }

  @Test
  void aLanguageThatIsDarkInAllCountriesIsOneAlert() {
    well("kr.example/a", "KR");
    report("ru.example/a", Language.RU, "RU", FeedHealth.UNREACHABLE);
    report("lv.example/a", Language.RU, "LV", FeedHealth.UNREACHABLE);
    report("de.example/a", Language.RU, "DE", FeedHealth.UNREACHABLE);

    assertThat(pass(Duration.ofHours(2))).singleElement().satisfies(alert -> {
      assertThat(alert.subject()).isEqualTo("coverage/language/ru");
      assertThat(alert.headline()).startsWith("Blind in Russian: all 3 feeds silent");
    });
  }

  @Test
  void anOutageOfOursIsOneAlertWhateverTheFeeds() {
    for (String country : List.of("KR", "RU", "US", "GB", "JP")) {
      note(country + ".example/a", country, FeedHealth.OFFLINE);
    }
    List<Alert> ours = pass(Duration.ofHours(3));
    for (String country : List.of("KR", "RU", "US", "GB", "JP")) {
      well(country + ".example/a", country);
    }
    List<Alert> back = pass(Duration.ofMinutes(5));

    assertThat(ours).singleElement().satisfies(alert -> {
      assertThat(alert.subject()).isEqualTo("coverage/ours");
      assertThat(alert.headline()).contains("an outage of ours since 02:10 UTC, 5 of 5 feeds");
    });
    assertThat(back).singleElement().satisfies(alert -> assertThat(alert.subject()).isEqualTo("coverage/ours"));
  }

  @Test
  void aRestartTellsNothingTwice() {
    note("kr.example/a", "KR", FeedHealth.GONE);
    pass(Duration.ofHours(2));

    coverage = new Coverage(feeds, told);

    assertThat(pass(Duration.ofHours(2))).isEmpty();
  }

  @Test
  void theSameSilenceHasTheSameIdHoweverLateItIsSeen() {
    note("kr.example/a", "KR", FeedHealth.GONE);
    var later = new Coverage(new HeapShelf<>(), new HeapShelf<>());
    feeds.forEach((id, feed) -> later.note(feed));

    List<Alert> alerts = pass(Duration.ofHours(2));

    assertThat(later.tell("w", CoverageSettings.USUAL, NIGHT.plus(Duration.ofDays(1)))).extracting(Alert::id)
        .isEqualTo(alerts.stream().map(Alert::id).toList());
  }

  @Test
  void aMutedWatchHearsNothingAndAnotherDoes() {
    note("kr.example/a", "KR", FeedHealth.GONE);
    Instant later = now.plus(Duration.ofHours(2));

    assertThat(coverage.tell("quiet", CoverageSettings.USUAL.told(false, Severity.NOTICE), later)).isEmpty();
    assertThat(coverage.tell("busy", CoverageSettings.USUAL.told(true, Severity.HIGH), later)).isEmpty();
    assertThat(coverage.tell("w", CoverageSettings.USUAL, later)).hasSize(1);
  }

  @Test
  void aFeedThatIsRemovedIsNotMissed() {
    note("kr.example/a", "KR", FeedHealth.GONE);
    pass(Duration.ofHours(2));

    coverage.note(FeedReport.removed("kr.example/a"));

    assertThat(pass(Duration.ofHours(2))).isEmpty();
    assertThat(told.get("w/kr.example/a")).isNull();
  }

  @Test
  void aReportIsReadFromAFeedsState() {
    String state = """
        {"feedId":"kr.example/a","health":"bot-wall","healthSince":"2026-11-21T02:10:00Z","outlet":"Yonhap",
         "language":"ko","country":"KR","seen":[{"id":"x"}],"failures":3}""";

    FeedReport report = Json.serde(FeedReport.class).deserializer()
        .deserialize("news.feed-states", state.getBytes(UTF_8));

    assertThat(report.health()).isEqualTo(FeedHealth.BOT_WALL);
    assertThat(report.country()).isEqualTo("KR");
    assertThat(report.language()).isEqualTo(Language.KO);
  }

  private void well(String id, String country) {
    note(id, country, FeedHealth.OK);
  }

  private void note(String id, String country, FeedHealth health) {
    report(id, Language.EN, country, health);
  }

  private void report(String id, Language language, String country, FeedHealth health) {
    coverage.note(new FeedReport(
        id, id.substring(0, id.indexOf('/')), language, country, health, now, now, null, false));
  }

  /** What is told meanwhile, looked at every half minute. */
  private List<Alert> pass(Duration time) {
    List<Alert> alerts = new ArrayList<>();
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(30)) {
      alerts.addAll(coverage.tell("w", CoverageSettings.USUAL, now));
    }
    return alerts;
  }
}
