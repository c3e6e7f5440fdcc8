package io.tensionwire.alerts.digest;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.alerts.route.Route;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.alerts.time.TimesOfDay;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Category;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Silence;
import io.tensionwire.model.Stance;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.kafka.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a turn makes of the notices and alerts that the one before it left, and of what is in trouble. */
class NoticesLeftBehindTest {

  private static final Instant NIGHT = Instant.parse("2026-11-21T01:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");
  private static final ShiftsConfig SHIFTS =
      new ShiftsConfig(new TimesOfDay(List.of(LocalTime.of(7, 0), LocalTime.of(19, 0))), "newsroom");

  private final Map<String, Delivery> ledger = new LinkedHashMap<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Silences silences = new Silences();
  private final Feedbacks feedbacks = new Feedbacks(Clock.fixed(MORNING, ZoneOffset.UTC));
  private final Watchfulness watchfulness = new Watchfulness();
  private Routing routing = routing("{ after: 10m, tell: chief }");
  private @Nullable ShiftsConfig shifts = SHIFTS;
  private Schedule schedule = turn(NIGHT);

  @Test
  void aReminderIsToldByTheNextTurnAndNotTwice() {
    told("a1", Severity.CRITICAL);
    Waiting again = only(due(NIGHT.plus(Duration.ofMinutes(10))));
    Notice before = notice(again);

    Instant later = NIGHT.plus(Duration.ofMinutes(12));
    schedule = turn(later);
    Waiting left = only(resume(later));

    assertThat(left.leftBehind()).isTrue();
    assertThat(left.delivery()).isEqualTo(again.delivery());
    assertThat(notice(left)).isEqualTo(before);
    assertThat(due(later.plusSeconds(1))).isEmpty();
  }

  @Test
  void aReminderWhoseAlertIsNotKnownAnyMoreHasNothingToTell() {
    told("a1", Severity.CRITICAL);
    due(NIGHT.plus(Duration.ofMinutes(10)));
    ledger.remove("a1/newsroom");

    schedule = turn(NIGHT.plus(Duration.ofMinutes(12)));

    assertThat(only(resume(NIGHT.plus(Duration.ofMinutes(12)))).delivery())
        .returns(DeliveryState.SUPPRESSED, Delivery::state).returns("nothing-left", Delivery::reason);
  }

  @Test
  void aHandOverWhereThereAreNoShiftsAnyMoreHasNothingToTell() {
    due(MORNING);

    shifts = null;
    schedule = turn(MORNING.plusSeconds(5));

    assertThat(only(resume(MORNING.plusSeconds(5))).delivery().reason()).isEqualTo("nothing-left");
  }

  @Test
  void aDigestWhoseAlertsWereSettledOtherwiseHasNothingToTell() {
    shifts = null;
    schedule = turn(NIGHT);
    hold("a1");
    due(MORNING);
    ledger.remove("a1/newsroom");

    schedule = turn(MORNING.plusSeconds(5));

    assertThat(only(resume(MORNING.plusSeconds(5))).delivery().reason()).isEqualTo("nothing-left");
  }

  @Test
  void aSilenceOnEverythingHoldsNoticesToo() {
    told("a1", Severity.CRITICAL);
    silences.hear(
        new ConsumerRecord<>("news.silences", 0, 0, "quiet", new byte[0]),
        new Word.Value<>(new Silence("quiet", List.of("severity >= notice"), NIGHT, MORNING, "editor", "")));

    assertThat(only(due(NIGHT.plus(Duration.ofMinutes(10)))).delivery())
        .returns(DeliveryState.SUPPRESSED, Delivery::state).returns("silenced: quiet", Delivery::reason);
  }

  @Test
  void aDigestSettlesAllThatItToldInWhateverOrderTheyAreNamed() {
    shifts = null;
    schedule = turn(NIGHT);
    hold("b");
    hold("c");
    hold("a");

    Waiting digest = only(due(MORNING));
    assertThat(digest.delivery().alertOffset()).as("of the last").isEqualTo(2);
    settle(digest, DeliveryState.DELIVERED, null);

    assertThat(ledger.values()).extracting(Delivery::state).containsOnly(DeliveryState.DELIVERED);
  }

  @Test
  void aDigestThatIsStillTriedSettlesNothing() {
    shifts = null;
    schedule = turn(NIGHT);
    hold("a");
    Waiting digest = only(due(MORNING));

    settle(digest, DeliveryState.PENDING, "unavailable: 503");

    assertThat(Objects.requireNonNull(ledger.get("a/newsroom")).state()).isEqualTo(DeliveryState.PENDING);
    assertThat(due(MORNING.plusSeconds(10))).as("and is not begun again").isEmpty();
  }

  @Test
  void aDigestOfAlertsThatWaitedForItsTimeNamesNoMuteTime() {
    shifts = null;
    schedule = turn(NIGHT);
    hold("a", "awaits-digest");
    hold("b", "awaits-digest");

    assertThat(notice(only(due(MORNING))).title()).isEqualTo("Digest: 2 alerts since 01:00");
  }

  @Test
  void theMuteTimesThatHeldWhatADigestTellsAreNamedEachOnce() {
    shifts = null;
    schedule = turn(NIGHT);
    hold("a", "muted: nights");
    hold("b", "muted: lunch");
    hold("c", "muted: nights");
    hold("d", "awaits-digest");

    assertThat(notice(only(due(MORNING))).title()).isEqualTo("Digest: 4 alerts, muted (lunch, nights) since 01:00");
  }

  @Test
  void oneStoryIsOneStory() {
    shifts = null;
    schedule = turn(NIGHT);
    held(alert().id("a1").story("s").build(), "muted: nights");
    held(alert().id("a2").story("s").build(), "muted: nights");

    assertThat(notice(only(due(MORNING))).title()).startsWith("Digest: 2 alerts about 1 story, ");
  }

  @Test
  void aShiftSaysWhatCouldNotBeToldAndWhoStillFails() {
    told("a1", Severity.HIGH);
    fail("a2", "chief", "gave-up: unavailable: 503");
    fail("a3", "chief", "not-found: 404");
    pending("a4", "chief", 3, "unreachable");
    pending("a5", "newsroom", 0, null);

    assertThat(notice(only(due(MORNING))).lines()).extracting(NoticeLine::inWords).endsWith(
        "⚠ chief still fails: 1 waiting, unreachable", "⚠ 2 not told at chief: not-found: 404");
    assertThat(notice(only(resumed(MORNING.plusSeconds(5)))).title()).contains(": 1 story told, ");
  }

  @Test
  void troubleIsNotCutOffByManyStories() {
    for (int i = 0; i < 60; i++) {
      told("a" + i, Severity.HIGH);
    }
    fail("lost", "chief", "not-found: 404");

    Notice handOver = notice(only(due(MORNING)));

    assertThat(handOver.lines()).hasSize(40);
    assertThat(handOver.lines().getLast().inWords()).isEqualTo("⚠ 1 not told at chief: not-found: 404");
    assertThat(handOver.moreInWords()).isEqualTo("and 21 more");
  }

  @Test
  void aQuietShiftSaysWhenAnythingWasToldLastBeItDaysAgo() {
    told("a1", Severity.HIGH, MORNING.minus(Duration.ofDays(3)));
    schedule = turn(NIGHT);

    assertThat(notice(only(due(MORNING))).title())
        .isEqualTo("Shift from 20 Nov 19:00 to 07:00: watching no feeds, nothing since 18 Nov 07:00");
  }

  @Test
  void whatIsKnownOfAShiftOutlivesARestartAndAYesterdayDoesNot() {
    told("yesterday", Severity.HIGH, NIGHT.minus(Duration.ofHours(26)));
    told("today", Severity.HIGH, NIGHT);

    schedule = turn(NIGHT.plusSeconds(60));

    assertThat(schedule.wanted()).extracting(Delivery::alertId).containsExactly("today");
  }

  @Test
  void whatIsWantedComesInTheOrderOfItsAlertsForTheyAreReadOneAfterTheOther() {
    told("b", Severity.HIGH);
    told("a", Severity.HIGH);
    Delivery later = ledger.remove("b/newsroom");
    ledger.put("b/newsroom", Objects.requireNonNull(later));

    schedule = turn(NIGHT.plusSeconds(60));

    assertThat(schedule.wanted()).extracting(Delivery::alertId).containsExactly("b", "a");
  }

  @Test
  void theRouteOfACriticalAlertIsFoundAgainByItsSignals() {
    routing = new Routing(
        Route.from(
            Section.parse("""
                receiver: newsroom
                routes:
                  - { matchers: [ "category = red-line" ], unacknowledged: { after: 10m, tell: chief } }
                """, "routes.yaml"),
            Set.of("newsroom", "chief"), Set.of()),
        null);
    schedule = turn(NIGHT);
    Alert critical = alert().id("a1").severity(Severity.CRITICAL)
        .signal(signal(Category.RED_LINE, Stance.ASSERTED, "a red line", "red line", Language.EN)).build();
    record(critical, settled(critical, "newsroom", DeliveryState.DELIVERED, null, NIGHT));

    assertThat(only(due(NIGHT.plus(Duration.ofMinutes(10)))).delivery().alertId()).isEqualTo("again/a1");
  }

  @Test
  void nobodyIsRemindedOfWhatIsHalfADayOld() {
    told("a1", Severity.CRITICAL);
    Instant last = NIGHT.plus(Duration.ofMinutes(10)).plus(Reminders.LATEST);

    assertThat(due(last).stream().filter(each -> each.delivery().alertId().startsWith("again/"))).isEmpty();

    told("a2", Severity.CRITICAL, NIGHT.plusSeconds(2));
    assertThat(due(last.plusSeconds(1))).extracting(each -> each.delivery().alertId()).containsExactly("again/a2");
  }

  @Test
  void whatIsAcknowledgedIsNotCalledUnacknowledgedByTheShift() {
    told("a1", Severity.CRITICAL);
    told("a2", Severity.CRITICAL);
    feedbacks.hear(
        new ConsumerRecord<>("news.feedback", 0, 0, "a1", new byte[0]),
        new Word.Value<>(new Feedback("a1", "editor", "acknowledged", List.of(), null, NIGHT.plusSeconds(60))));

    assertThat(notice(due(MORNING).getFirst()).lines()).extracting(line -> line.text().startsWith("NOT ACKNOWLEDGED"))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aShiftIsWitnessedByTheOldestLineOfTheLedgerWhereverThatStands() {
    told("new", Severity.HIGH, MORNING.plusSeconds(30));
    told("old", Severity.HIGH, NIGHT);
    told("newer", Severity.HIGH, MORNING.plusSeconds(40));

    schedule = turn(MORNING.plusSeconds(60));

    assertThat(due(MORNING.plusSeconds(61))).hasSize(1);
  }

  @Test
  void aShiftNeedsATimeAndSomebodyToTell() {
    Set<String> names = Set.of("newsroom");

    assertThat(ShiftsConfig.from(Section.parse("{ at: [07:00, 19:00], tell: newsroom }", "shifts.yaml"), names))
        .isEqualTo(SHIFTS);
    assertThatThrownBy(() -> ShiftsConfig.from(Section.parse("at: 07:00", "shifts.yaml"), names))
        .hasMessageContaining("tell is missing: it names the receiver of the hand-over");
  }

  @Test
  void ofMoreThanTwentyThousandTheOldestIsForgottenAndSoIsWhatIsTooOld() {
    var told = new Told(Duration.ofHours(26));
    Alert alert = alert().build();
    for (int i = 0; i <= 20_000; i++) {
      told.note(new Waiting(alert, settledAs("a" + i, NIGHT), null));
    }
    assertThat(told.all()).hasSize(20_000).noneMatch(each -> each.delivery().alertId().equals("a0"));

    told.note(new Waiting(alert, settledAs("later", NIGHT.plus(Duration.ofHours(26)).plusSeconds(1)), null));
    assertThat(told.all()).hasSize(1);
  }

  @Test
  void whatFailedIsNotWhatNobodyAcknowledged() {
    fail("a1", "newsroom", "not-found: 404");

    assertThat(due(NIGHT.plus(Duration.ofMinutes(10)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"45s, 45 seconds", "1m, a minute", "90s, a minute", "2m, 2 minutes"})
  void aReminderSaysHowLongNobodyAcknowledgedIt(String after, String words) {
    routing = routing("{ after: " + after + ", tell: chief }");
    schedule = turn(NIGHT);
    told("a1", Severity.CRITICAL);

    assertThat(notice(only(due(NIGHT.plus(Duration.ofMinutes(3))))).title())
        .isEqualTo("Nobody has acknowledged this for " + words);
  }

  @Test
  void aReminderNamesAllWhoWereTold() {
    told("a1", Severity.CRITICAL);
    Alert critical = Objects.requireNonNull(alerts.get("a1"));
    record(critical, settled(critical, "console", DeliveryState.DELIVERED, null, NIGHT.plusSeconds(60)));
    record(critical, settled(critical, "mail", DeliveryState.FAILED, "not-found", NIGHT.plusSeconds(60)));
    told("other", Severity.HIGH);

    assertThat(notice(only(due(NIGHT.plus(Duration.ofMinutes(10))))).lines()).extracting(NoticeLine::text)
        .hasSize(3).endsWith("told at newsroom 01:00", "told at console 01:01");
  }

  @Test
  void onlyAFewOfManyFeedsThatAreNotWatchedAreNamed() {
    assertThat(watchfulness.heartbeat()).isEqualTo("watching no feeds");
    for (int i = 1; i <= 7; i++) {
      feed("f" + i, FeedHealth.UNREACHABLE);
    }
    feed("ok", FeedHealth.OK);

    assertThat(watchfulness.feeds()).isEqualTo(8);
    assertThat(watchfulness.blind()).hasSize(7).extracting(each -> each.inWords()).startsWith("f1", "f2");
    assertThat(watchfulness.blindInALine().getFirst().text()).startsWith("not watched: f1 (unreachable), ")
        .endsWith("f5 (unreachable) and 2 more");
    watchfulness.hear(new ConsumerRecord<>("news.feed-states", 0, 0, "f7", new byte[0]), new Word.Removed<>());
    watchfulness.hear(new ConsumerRecord<>("news.feed-states", 0, 0, "f6", new byte[0]), new Word.Removed<>());
    assertThat(watchfulness.blindInALine().getFirst().text()).endsWith("f5 (unreachable)");
    watchfulness.begin();
    assertThat(watchfulness.feeds()).isZero();
    assertThat(watchfulness.blind()).isEmpty();
    assertThat(watchfulness.blindInALine()).isEmpty();
  }

  private static Routing routing(String unacknowledged) {
    return new Routing(
        Route.from(
            Section.parse("{ receiver: newsroom, unacknowledged: " + unacknowledged + " }", "routes.yaml"),
            Set.of("newsroom", "chief"), Set.of()),
        null);
  }

  private Schedule turn(Instant at) {
    var begun = new Schedule(
        routing, ZoneOffset.UTC, Templates.USUAL, shifts, Set.of("newsroom", "chief"), silences, feedbacks, watchfulness,
        at);
    List.copyOf(ledger.values()).forEach(begun::read);
    return begun;
  }

  private List<Waiting> resumed(Instant now) {
    schedule = turn(now);
    return resume(now);
  }

  private List<Waiting> resume(Instant now) {
    List<Delivery> wanted = new ArrayList<>(schedule.wanted());
    ledger.values().stream().filter(Schedule::isHeld).forEach(wanted::add);
    wanted.forEach(each -> schedule.recorded(
        new Waiting(Objects.requireNonNull(alerts.get(each.alertId())), each, null)));
    return schedule.resume(now);
  }

  private List<Waiting> due(Instant now) {
    List<Waiting> due = schedule.due(
        now, delivery -> ledger.containsKey(Held.key(delivery)),
        () -> ledger.values().stream().filter(delivery -> delivery.state() == DeliveryState.PENDING).toList());
    due.forEach(this::record);
    return due;
  }

  private void settle(Waiting notice, DeliveryState state, @Nullable String reason) {
    Delivery d = notice.delivery();
    Waiting settled = notice.with(new Delivery(
        d.alertId(), d.receiver(), null, "", null, state, reason, 1, null, null, null, d.alertOffset(), MORNING));
    List<Waiting> all = new ArrayList<>(List.of(settled));
    all.addAll(schedule.consequences(settled));
    all.forEach(this::record);
  }

  private void hold(String id) {
    hold(id, "muted: nights");
  }

  private void hold(String id, String reason) {
    held(alert().id(id).build(), reason);
  }

  private void held(Alert alert, String reason) {
    record(alert, new Delivery(
        alert.id(), "newsroom", alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, reason, 0, MORNING,
        null, null, alerts.size(), NIGHT));
  }

  private void told(String id, Severity severity) {
    told(id, severity, NIGHT);
  }

  private void told(String id, Severity severity, Instant at) {
    Alert alert = alert().id(id).severity(severity).build();
    record(alert, settled(alert, "newsroom", DeliveryState.DELIVERED, null, at));
  }

  private void fail(String id, String receiver, String reason) {
    Alert alert = alert().id(id).severity(Severity.CRITICAL).kind(AlertKind.OPENED).build();
    record(alert, settled(alert, receiver, DeliveryState.FAILED, reason, NIGHT));
  }

  private void pending(String id, String receiver, int attempts, @Nullable String reason) {
    Alert alert = alert().id(id).build();
    record(alert, new Delivery(
        id, receiver, alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, reason, attempts, null, null,
        null, alerts.size(), NIGHT));
  }

  private Delivery settled(Alert alert, String receiver, DeliveryState state, @Nullable String reason, Instant at) {
    return new Delivery(
        alert.id(), receiver, alert.storyId(), alert.watchId(), alert.kind(), state, reason, 1, null, null, null,
        alerts.size(), at);
  }

  private static Delivery settledAs(String id, Instant at) {
    return new Delivery(
        id, "newsroom", null, "korea-russia", AlertKind.OPENED, DeliveryState.DELIVERED, null, 1, null, null, null, 0, at);
  }

  private void record(Alert alert, Delivery delivery) {
    alerts.put(alert.id(), alert);
    record(new Waiting(alert, delivery, null));
  }

  private void record(Waiting waiting) {
    ledger.put(Held.key(waiting.delivery()), waiting.delivery());
    schedule.recorded(waiting);
  }

  private void feed(String id, FeedHealth health) {
    watchfulness.hear(
        new ConsumerRecord<>("news.feed-states", 0, 0, id, new byte[0]),
        new Word.Value<>(FeedState.builder(id).health(health).whose(id, null, null).build()));
  }

  private Notice notice(Waiting waiting) {
    return Objects.requireNonNull(schedule.notice(waiting.delivery()));
  }

  private static Waiting only(List<Waiting> due) {
    assertThat(due).hasSize(1);
    return due.getFirst();
  }
}
