package io.tensionwire.alerts.digest;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
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
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Silence;
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

/** In virtual time, with a ledger that is a map: a restart is a schedule that has read it. */
class ScheduleTest {

  private static final Instant NIGHT = Instant.parse("2026-11-21T01:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");
  private static final Routing ROUTING = new Routing(
      Route.from(
          Section.parse("""
              receiver: newsroom
              unacknowledged: { after: 10m, tell: chief, mention: "@chief" }
              """, "routes.yaml"),
          Set.of("newsroom", "chief"), Set.of()),
      null);
  private static final ShiftsConfig SHIFTS = new ShiftsConfig(
      new TimesOfDay(List.of(LocalTime.of(7, 0), LocalTime.of(15, 0), LocalTime.of(23, 0))), "newsroom");

  private final Map<String, Delivery> ledger = new LinkedHashMap<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Silences silences = new Silences();
  private final Feedbacks feedbacks = new Feedbacks(Clock.fixed(MORNING, ZoneOffset.UTC));
  private final Watchfulness watchfulness = new Watchfulness();
  private Templates templates = Templates.USUAL;
  private @Nullable ShiftsConfig shifts;
  private Schedule schedule = turn(NIGHT);

  @Test
  void aDigestTellsAllAtOnceMostSevereFirstAndSettlesEachOfThem() {
    hold(alert().id("a1").severity(Severity.ELEVATED), "newsroom", MORNING);
    hold(alert().id("a2").severity(Severity.HIGH).headline("SAMPLE: a high one"), "newsroom", MORNING);
    hold(alert().id("a3").severity(Severity.NOTICE), "chief", MORNING.plusSeconds(60));
    assertThat(due(MORNING.minusSeconds(1))).isEmpty();

    Waiting digest = only(due(MORNING));

    assertThat(digest.delivery().receiver()).isEqualTo("newsroom");
    assertThat(digest.delivery().alertId()).isEqualTo("digest/2026-11-21T07:00:00Z");
    Notice notice = notice(digest);
    assertThat(notice.title()).isEqualTo("Digest: 2 alerts, muted (nights) since 01:00");
    assertThat(notice.lines()).extracting(NoticeLine::inWords).containsExactly(
        "▲ HIGH · SAMPLE: a high one · Daily Example · 09:05",
        "▲ ELEVATED · SAMPLE: Moscow warns Seoul over arms · Daily Example · 09:05");
    assertThat(notice.lines().getFirst().link()).hasToString("https://daily.example/world/1");
    assertThat(due(MORNING.plusSeconds(1))).as("once").isEmpty();

    settle(digest, DeliveryState.DELIVERED, null);
    assertThat(fate("a1", "newsroom")).isEqualTo("DELIVERED digest");
    assertThat(fate("a2", "newsroom")).isEqualTo("DELIVERED digest");
    assertThat(fate("a3", "chief")).startsWith("PENDING");
    assertThat(only(due(MORNING.plusSeconds(60))).delivery().receiver()).isEqualTo("chief");
  }

  @Test
  void ofAStoryTheLatestStandsAndOfManyTheFirstForty() {
    for (int i = 0; i < 60; i++) {
      hold(alert().id("s" + i).severity(Severity.ELEVATED), "newsroom", MORNING);
    }
    Alert later = alert().id("later").kind(AlertKind.ESCALATED).severity(Severity.HIGH)
        .at(AlertBuilder.RAISED_AT.plusSeconds(1)).build();
    hold(inStory(later, "s-s7"), "newsroom", MORNING);

    Notice notice = notice(only(due(MORNING)));

    assertThat(notice.title()).startsWith("Digest: 61 alerts about 60 stories");
    assertThat(notice.lines()).hasSize(40);
    assertThat(notice.lines().getFirst().text()).startsWith("ESCALATED · HIGH").endsWith("2 alerts");
    assertThat(notice.moreInWords()).isEqualTo("and 20 more");
  }

  @Test
  void aDigestThatCannotBeToldFailsWhatIsInIt() {
    hold(alert().id("a1"), "newsroom", MORNING);

    settle(only(due(MORNING)), DeliveryState.FAILED, "not-found: 404 no_service");

    assertThat(fate("a1", "newsroom")).isEqualTo("FAILED digest: not-found: 404 no_service");
  }

  @Test
  void aDigestThatWasLeftBehindIsToldByTheNextTurnAndNotTwice() {
    hold(alert().id("a1"), "newsroom", MORNING);
    Waiting digest = only(due(MORNING));
    Notice before = notice(digest);

    schedule = turn(MORNING.plusSeconds(30));
    Waiting left = only(resume(MORNING.plusSeconds(30)));

    assertThat(left.leftBehind()).isTrue();
    assertThat(left.delivery()).isEqualTo(digest.delivery());
    assertThat(notice(left).lines()).isEqualTo(before.lines());
    assertThat(due(MORNING.plusSeconds(31))).isEmpty();
    settle(left, DeliveryState.DELIVERED, null);
    schedule = turn(MORNING.plusSeconds(60));
    assertThat(resume(MORNING.plusSeconds(60))).isEmpty();
    assertThat(due(MORNING.plusSeconds(61))).isEmpty();
  }

  @Test
  void whatIsToldWhileKafkaWasAwayIsSettledByTheNextTurn() {
    hold(alert().id("a1"), "newsroom", MORNING);
    Waiting digest = only(due(MORNING));

    schedule = turn(MORNING.plusSeconds(30));
    settle(digest, DeliveryState.DELIVERED, null);

    assertThat(fate("a1", "newsroom")).isEqualTo("DELIVERED digest");
  }

  @Test
  void whatIsHeldAfterTheDigestWasWrittenWaitsForTheNext() {
    hold(alert().id("a1"), "newsroom", MORNING);
    Waiting digest = only(due(MORNING));
    hold(alert().id("a2"), "newsroom", MORNING);

    settle(digest, DeliveryState.DELIVERED, null);

    assertThat(fate("a1", "newsroom")).isEqualTo("DELIVERED digest");
    assertThat(fate("a2", "newsroom")).startsWith("PENDING");
  }

  @Test
  void whatIsSilencedMeanwhileIsNotInTheDigest() {
    hold(alert().id("a1"), "newsroom", MORNING);
    hold(alert().id("a2"), "newsroom", MORNING);
    silence("quiet", "story = s-a1");

    assertThat(due(MORNING)).extracting(w -> w.delivery().alertId() + " " + w.delivery().reason())
        .containsExactly("a1 silenced: quiet");
    assertThat(notice(only(due(MORNING))).title()).startsWith("Digest: 1 alert,");
  }

  @Test
  void aCriticalAlertThatNobodyAcknowledgesIsToldAgainOnce() {
    told(alert().id("a1").severity(Severity.CRITICAL).build(), NIGHT);
    assertThat(due(NIGHT.plus(Duration.ofMinutes(10)).minusSeconds(1))).isEmpty();

    Waiting again = only(due(NIGHT.plus(Duration.ofMinutes(10))));

    assertThat(again.delivery().alertId()).isEqualTo("again/a1");
    assertThat(again.delivery().receiver()).isEqualTo("chief");
    assertThat(notice(again).mention()).isEqualTo("@chief");
    assertThat(notice(again).title()).isEqualTo("Nobody has acknowledged this for 10 minutes");
    assertThat(notice(again).lines().getFirst().text()).startsWith("CRITICAL · SAMPLE: Moscow warns Seoul");
    assertThat(notice(again).lines().get(1).text()).isEqualTo("told at newsroom 01:00");
    settle(again, DeliveryState.DELIVERED, null);
    assertThat(due(NIGHT.plus(Duration.ofMinutes(30)))).as("then stops").isEmpty();
    schedule = turn(NIGHT.plus(Duration.ofMinutes(40)));
    assertThat(resume(NIGHT.plus(Duration.ofMinutes(40)))).isEmpty();
    assertThat(due(NIGHT.plus(Duration.ofMinutes(41)))).as("after a restart, too").isEmpty();
  }

  @Test
  void theReminderSurvivesARestartBeforeItsTime() {
    told(alert().id("a1").severity(Severity.CRITICAL).build(), NIGHT);

    schedule = turn(NIGHT.plus(Duration.ofMinutes(5)));
    assertThat(resume(NIGHT.plus(Duration.ofMinutes(5)))).isEmpty();

    assertThat(only(due(NIGHT.plus(Duration.ofMinutes(11)))).delivery().alertId()).isEqualTo("again/a1");
  }

  @Test
  void whoAcknowledgesTheAlertOrItsStoryIsNotDisturbed() {
    told(alert().id("a1").severity(Severity.CRITICAL).build(), NIGHT);
    told(alert().id("a2").severity(Severity.CRITICAL).build(), NIGHT);
    told(alert().id("a3").severity(Severity.CRITICAL).build(), NIGHT);
    told(inStory(alert().id("root").severity(Severity.NOTICE).build(), "s-a3"), NIGHT);
    acknowledge("a1", NIGHT.plusSeconds(60));
    acknowledge("root", AlertBuilder.RAISED_AT.plusSeconds(1));

    assertThat(only(due(NIGHT.plus(Duration.ofMinutes(10)))).delivery().alertId()).isEqualTo("again/a2");
  }

  @Test
  void anAnswerToTheStoryFromBeforeItWasCriticalIsNone() {
    told(alert().id("a1").severity(Severity.CRITICAL).build(), NIGHT);
    told(inStory(alert().id("root").severity(Severity.NOTICE).build(), "s-a1"), NIGHT);
    acknowledge("root", AlertBuilder.RAISED_AT.minusSeconds(1));

    assertThat(due(NIGHT.plus(Duration.ofMinutes(10)))).hasSize(1);
  }

  @Test
  void onlyWhatIsCriticalAndNewsIsToldAgain() {
    told(alert().id("a1").severity(Severity.HIGH).build(), NIGHT);
    told(alert().id("a2").severity(Severity.CRITICAL).kind(AlertKind.UPDATED).build(), NIGHT);
    told(alert().id("a3").severity(Severity.CRITICAL).kind(AlertKind.CORROBORATED).build(), NIGHT);

    assertThat(due(NIGHT.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void aShiftHandsOverWhatWasToldByStoryWithWhatNobodyAcknowledged() {
    shifts = SHIFTS;
    schedule = turn(NIGHT);
    feed("a/1", FeedHealth.OK);
    feed("b/1", FeedHealth.NOT_MODIFIED);
    feed("c/1", FeedHealth.UNREACHABLE);
    feed("d/1", "Yonhap", FeedHealth.GONE);
    feed("d/2", "Yonhap", FeedHealth.OK);
    feed("d/3", "Yonhap", FeedHealth.UNREACHABLE);
    told(alert().id("a1").severity(Severity.ELEVATED).build(), NIGHT);
    told(alert().id("a2").severity(Severity.CRITICAL).kind(AlertKind.CORROBORATED).build(), NIGHT.plusSeconds(60));
    told(alert().id("old").severity(Severity.HIGH).build(), NIGHT.minus(Duration.ofHours(3)));
    record(alert().id("stuck").build(), new Delivery(
        "stuck", "chief", "s-stuck", "korea-russia", AlertKind.OPENED, DeliveryState.PENDING, "unavailable: 503", 4,
        MORNING.plusSeconds(9), null, null, 9, NIGHT));

    Waiting handOver = only(due(MORNING));

    assertThat(handOver.delivery().alertId()).isEqualTo("shift/2026-11-21T07:00:00Z");
    assertThat(notice(handOver).title()).isEqualTo(
        "Shift from 20 Nov 23:00 to 07:00: 2 stories told, watching 3 of 6 feeds, last told 01:01");
    assertThat(notice(handOver).lines()).extracting(NoticeLine::inWords).containsExactly(
        "▲ NOT ACKNOWLEDGED · CORROBORATED · CRITICAL · SAMPLE: Moscow warns Seoul over arms · Daily Example · 09:05",
        "▲ ELEVATED · SAMPLE: Moscow warns Seoul over arms · Daily Example · 09:05",
        "⚠ chief still fails: 1 waiting, unavailable: 503",
        "⚠ not watched: c/1 (unreachable), Yonhap (2 of 3 feeds, gone, unreachable)");
  }

  @Test
  void theLinesOfADigestAreWordedAsTheNewsroomWordsItsAlerts() {
    templates = Templates.from(Section.parse("label: '{{severity}}!'", "templates.yaml"));
    schedule = turn(NIGHT);
    hold(alert().id("a1").severity(Severity.ELEVATED), "newsroom", MORNING);

    assertThat(notice(only(due(MORNING))).lines().getFirst().text()).startsWith("ELEVATED! · ");
  }

  @Test
  void aShiftIsToldOnceAcrossRestartsAlsoWhenNothingHappened() {
    shifts = SHIFTS;
    schedule = turn(NIGHT);
    feed("a/1", FeedHealth.OK);

    Waiting handOver = only(due(MORNING.plusSeconds(2)));
    assertThat(notice(handOver).title()).isEqualTo(
        "Shift from 20 Nov 23:00 to 07:00: watching 1 of 1 feeds, nothing told yet");
    schedule = turn(MORNING.plusSeconds(10));
    assertThat(only(resume(MORNING.plusSeconds(10))).delivery().alertId()).isEqualTo("shift/2026-11-21T07:00:00Z");
    settle(handOver, DeliveryState.DELIVERED, null);

    schedule = turn(MORNING.plusSeconds(20));
    assertThat(due(MORNING.plusSeconds(21))).isEmpty();
    assertThat(only(due(MORNING.plus(Duration.ofHours(8)))).delivery().alertId()).isEqualTo("shift/2026-11-21T15:00:00Z");
  }

  @Test
  void aShiftThatEndedBeforeThereWasAnythingIsNotHandedOver() {
    shifts = SHIFTS;
    schedule = turn(MORNING.plusSeconds(60));
    assertThat(due(MORNING.plusSeconds(61))).isEmpty();

    told(alert().id("a1").build(), NIGHT);
    schedule = turn(MORNING.plusSeconds(120));

    assertThat(due(MORNING.plusSeconds(121))).as("the ledger is older than the shift's end").hasSize(1);
  }

  @Test
  void whoIsOffIsNotTold() {
    ledger.clear();
    schedule = new Schedule(
        ROUTING, ZoneOffset.UTC, templates, null, Set.of("newsroom"), silences, feedbacks, watchfulness, NIGHT);
    told(alert().id("a1").severity(Severity.CRITICAL).build(), NIGHT);

    due(NIGHT.plus(Duration.ofMinutes(10)));

    assertThat(fate("again/a1", "chief")).isEqualTo("SUPPRESSED receiver-is-off");
  }

  @Test
  void whatIsHeldForAReceiverThatIsOffWaitsUntilItIsOnAgain() {
    hold(alert().id("a1"), "newsroom", MORNING);
    schedule = new Schedule(
        ROUTING, ZoneOffset.UTC, templates, null, Set.of("chief"), silences, feedbacks, watchfulness, NIGHT);
    ledger.values().forEach(schedule::read);

    assertThat(due(MORNING)).as("and writes nothing meanwhile").isEmpty();

    schedule = turn(MORNING.plusSeconds(60));
    assertThat(resume(MORNING.plusSeconds(60))).isEmpty();
    assertThat(only(due(MORNING.plusSeconds(61))).delivery().receiver()).isEqualTo("newsroom");
  }

  @Test
  void aNoticeForAReceiverThatIsOffSinceEndsAndWaitsForNobody() {
    shifts = SHIFTS;
    schedule = turn(NIGHT);
    only(due(MORNING.plusSeconds(2)));
    schedule = new Schedule(
        ROUTING, ZoneOffset.UTC, templates, SHIFTS, Set.of("chief"), silences, feedbacks, watchfulness, MORNING);
    ledger.values().forEach(schedule::read);

    resume(MORNING.plusSeconds(10)).forEach(this::record);

    assertThat(fate("shift/2026-11-21T07:00:00Z", "newsroom")).isEqualTo("SUPPRESSED receiver-is-off");
  }

  @Test
  void theDigestOfADeadReceiverBecomesADigestOfAnothersAcrossARestart() {
    hold(alert().id("a1"), "newsroom", MORNING);
    hold(alert().id("a2").headline("SAMPLE: the second"), "newsroom", MORNING);
    Waiting digest = only(due(MORNING));

    Detour detour = detour(digest, MORNING.plusSeconds(5));
    schedule = turn(MORNING.plusSeconds(60));
    resume(MORNING.plusSeconds(60));

    assertThat(detour.whole()).isTrue();
    assertThat(fate("a1", "newsroom")).isEqualTo("FAILED receiver-dead: told through chief");
    assertThat(fate("a1", "chief")).isEqualTo("PENDING awaits-digest: in place of newsroom");
    Waiting there = only(due(MORNING.plusSeconds(61)));
    assertThat(there.delivery().receiver()).isEqualTo("chief");
    assertThat(notice(there).title()).startsWith("Digest: 2 alerts, in place of newsroom since 07:00");
    settle(there, DeliveryState.DELIVERED, null);
    assertThat(fate("a2", "chief")).isEqualTo("DELIVERED digest");
  }

  @Test
  void whatTheOtherKnowsIsNotToldThereAgainAndWhatCameFromThereGoesNotBack() {
    hold(alert().id("known"), "newsroom", MORNING);
    hold(alert().id("circle"), "newsroom", MORNING);
    Waiting digest = only(due(MORNING));

    Detour detour = schedule.detour(
        digest, "chief", (alert, receiver) -> true, (alert, receiver) -> alert.id().equals("circle"), MORNING);

    assertThat(detour.whole()).isFalse();
    assertThat(detour.written()).singleElement().extracting(Waiting::delivery)
        .returns("known", Delivery::alertId).returns(DeliveryState.FAILED, Delivery::state);
    assertThat(fate("circle", "newsroom")).startsWith("PENDING");
  }

  @Test
  void aHandOverAndAReminderAreToldByAnotherAsTheyStandAcrossARestart() {
    shifts = new ShiftsConfig(SHIFTS.at(), "chief");
    schedule = turn(NIGHT);
    told(alert().id("a1").severity(Severity.CRITICAL).build(), NIGHT);
    Waiting reminder = only(due(NIGHT.plus(Duration.ofMinutes(10))));
    Waiting handOver = only(due(MORNING));

    Waiting again = only(detour(reminder, "newsroom", MORNING).written());
    Waiting shift = only(detour(handOver, "newsroom", MORNING).written());

    assertThat(again.delivery()).returns("again/a1", Delivery::alertId).returns("newsroom", Delivery::receiver);
    assertThat(notice(again).mention()).as("chief's own word for somebody").isNull();
    assertThat(notice(shift)).isEqualTo(notice(handOver));
    assertThat(detour(handOver, "newsroom", MORNING)).as("once").isEqualTo(new Detour(List.of(), true));
    schedule = turn(MORNING.plusSeconds(60));
    assertThat(resume(MORNING.plusSeconds(60))).filteredOn(each -> each.delivery().receiver().equals("newsroom"))
        .extracting(each -> each.delivery().alertId() + " " + notice(each).mention())
        .containsExactlyInAnyOrder("again/a1 null", "shift/2026-11-21T07:00:00Z null");
  }

  private Detour detour(Waiting notice, Instant at) {
    return detour(notice, "chief", at);
  }

  private Detour detour(Waiting notice, String deputy, Instant at) {
    Detour detour = schedule.detour(
        notice, deputy, (alert, receiver) -> ledger.containsKey(alert.id() + "/" + receiver),
        (alert, receiver) -> false, at);
    detour.written().forEach(this::record);
    return detour;
  }

  private Schedule turn(Instant at) {
    var begun = new Schedule(
        ROUTING, ZoneOffset.UTC, templates, shifts, Set.of("newsroom", "chief"), silences, feedbacks, watchfulness, at);
    List.copyOf(ledger.values()).forEach(begun::read);
    return begun;
  }

  private List<Waiting> resume(Instant now) {
    schedule.wanted().forEach(this::giveAlert);
    ledger.values().stream().filter(Schedule::isHeld).forEach(this::giveAlert);
    return schedule.resume(now);
  }

  private void giveAlert(Delivery delivery) {
    schedule.recorded(new Waiting(Objects.requireNonNull(alerts.get(delivery.alertId())), delivery, null));
  }

  /** What the turn does: writes down what is due. */
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

  private void hold(AlertBuilder alert, String receiver, Instant until) {
    hold(alert.build(), receiver, until);
  }

  private void hold(Alert alert, String receiver, Instant until) {
    record(alert, new Delivery(
        alert.id(), receiver, alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.PENDING, "muted: nights", 0,
        until, null, null, alerts.size(), NIGHT));
  }

  private void told(Alert alert, Instant at) {
    record(alert, new Delivery(
        alert.id(), "newsroom", alert.storyId(), alert.watchId(), alert.kind(), DeliveryState.DELIVERED, null, 1, null,
        null, null, alerts.size(), at));
  }

  private void record(Alert alert, Delivery delivery) {
    alerts.put(alert.id(), alert);
    record(new Waiting(alert, delivery, null));
  }

  private void record(Waiting waiting) {
    ledger.put(Held.key(waiting.delivery()), waiting.delivery());
    schedule.recorded(waiting);
  }

  private String fate(String alertId, String receiver) {
    Delivery delivery = Objects.requireNonNull(ledger.get(alertId + "/" + receiver));
    return delivery.state() + " " + delivery.reason();
  }

  private Notice notice(Waiting waiting) {
    return Objects.requireNonNull(schedule.notice(waiting.delivery()));
  }

  private static Waiting only(List<Waiting> due) {
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  private void silence(String id, String matcher) {
    silences.hear(
        new ConsumerRecord<>("news.silences", 0, 0, id, new byte[0]),
        new Word.Value<>(new Silence(id, List.of(matcher), NIGHT, MORNING.plusSeconds(60), "editor", "")));
  }

  private void acknowledge(String alertId, Instant at) {
    feedbacks.hear(
        new ConsumerRecord<>("news.feedback", 0, 0, alertId, new byte[0]),
        new Word.Value<>(new Feedback(alertId, "editor", "acknowledged", List.of(), null, at)));
  }

  private void feed(String id, FeedHealth health) {
    feed(id, null, health);
  }

  private void feed(String id, @Nullable String outlet, FeedHealth health) {
    watchfulness.hear(
        new ConsumerRecord<>("news.feed-states", 0, 0, id, new byte[0]),
        new Word.Value<>(FeedState.builder(id).health(health).whose(outlet, null, null).build()));
  }

  private static Alert inStory(Alert a, String story) {
    return new Alert(
        a.id(), a.kind(), "story/" + story, story, a.watchId(), a.watchVersion(), a.severity(), a.confidence(),
        a.polarity(), a.headline(), a.url(), a.outlet(), a.language(), a.genre(), a.directions(), a.signals(),
        a.articleCount(), a.outletCount(), a.sources(), null, null, null, a.eventAt(), a.raisedAt());
  }
}
