package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.Walk.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.time.SetClock;
import io.tensionwire.model.Alert;
import io.tensionwire.model.FeedHealth;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Severity;
import io.tensionwire.model.SignalFeedback;
import io.tensionwire.model.Silence;
import io.tensionwire.service.kafka.TopicTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Silences, mute times, shifts and reminders, with a broker and a clock that is set by hand. */
@ExtendWith(WalkOnSharedBroker.class)
@Timeout(120)
class ByTheClockIT {

  private static final Instant NIGHT = Instant.parse("2026-11-21T23:00:30Z");

  private final FakeSlack slack;
  private final SetClock clock = new SetClock(NIGHT);
  private final Walk walk;

  ByTheClockIT(Walk walk) {
    this.walk = walk;
    this.slack = walk.slack;
  }

  @Test
  void aSilenceThatStandsHoldsTheFirstAlertOfATurn() {
    walk.put(walk.topics.silences(), silence("quiet", "story = s-a1"));
    start("receiver: desk");

    walk.raise(night("a1", Severity.HIGH), night("a2", Severity.HIGH));

    walk.awaitFate("a2/desk", "DELIVERED");
    walk.awaitFate("a1/desk", "SUPPRESSED silenced: quiet");
  }

  @Test
  void aSilenceThatComesWhileAnAlertWaitsHoldsItBack() {
    slack.always("desk", Answer.refused(503, "unavailable"));
    start("receiver: desk");
    walk.raise(night("a1", Severity.HIGH));
    walk.awaitFate("a1/desk", "PENDING unavailable: 503 unavailable");

    walk.put(walk.topics.silences(), silence("quiet", "signal = rule"));

    walk.awaitFate("a1/desk", "SUPPRESSED silenced: quiet");
    assertThat(slack.messages("desk")).isEmpty();
  }

  @Test
  void aNightIsToldInOneDigestByWhomeverIsActiveInTheMorning() {
    AlertsApp evening = start("{ receiver: desk, mute: nights }");
    walk.raise(night("a1", Severity.ELEVATED), night("a2", Severity.HIGH), night("a3", Severity.CRITICAL));
    walk.awaitFate("a1/desk", "PENDING muted: nights");
    walk.awaitFate("a2/desk", "PENDING muted: nights");
    walk.awaitFate("a3/desk", "DELIVERED");
    evening.close();

    clock.set(Instant.parse("2026-11-22T06:59:59Z"));
    start("{ receiver: desk, mute: nights }");
    walk.raise(night("a4", Severity.NOTICE));
    walk.awaitFate("a4/desk", "PENDING muted: nights");
    clock.set(Instant.parse("2026-11-22T07:00:00Z"));

    walk.awaitFate("a1/desk", "DELIVERED digest");
    walk.awaitFate("a2/desk", "DELIVERED digest");
    walk.awaitFate("a4/desk", "DELIVERED digest");
    walk.awaitFate("digest/2026-11-22T07:00:00Z/desk", "DELIVERED");
    assertThat(slack.messages("desk")).hasSize(2);
    assertThat(slack.messages("desk").getLast().toString()).contains("Digest: 3 alerts, muted (nights) since 21 Nov 23:00");
  }

  @Test
  void theDigestOfADeadReceiverIsToldByItsFallbackAndSoIsItsHandOver() {
    slack.always("desk", Answer.refused(404, "no_service"));
    slack.always("night", Answer.refused(404, "no_service"));
    String yaml = """
        zone: UTC
        receivers:
          - { name: desk, fallback: chief, slack-webhook: { messages-per-second: 1000, url: '%s' } }
          - { name: night, fallback: chief, slack-webhook: { messages-per-second: 1000, url: '%s' } }
          - { name: chief, slack-webhook: { messages-per-second: 1000, url: '%s' } }
        mute-times: { nights: { from: 22:00, to: 07:00 } }
        shifts: { at: [07:00, 15:00, 23:00], tell: night }
        route: { receiver: desk, mute: nights }
        """.formatted(slack.webhook("desk"), slack.webhook("night"), slack.webhook("chief"));
    AlertsApp app = walk.app(Walk.config(yaml, Map.of()), walk.context(clock));
    app.start();
    walk.raise(night("a1", Severity.ELEVATED), night("a2", Severity.HIGH));
    walk.awaitFate("a2/desk", "PENDING muted: nights");

    clock.set(Instant.parse("2026-11-22T07:00:00Z"));
    walk.awaitFate("a2/chief", "PENDING awaits-digest: in place of desk");
    clock.set(Instant.parse("2026-11-22T07:00:01Z"));

    walk.awaitFate("a1/chief", "DELIVERED digest");
    walk.awaitFate("a2/chief", "DELIVERED digest");
    walk.awaitFate("shift/2026-11-22T07:00:00Z/chief", "DELIVERED");
    walk.awaitFate("a1/desk", "FAILED receiver-dead: told through chief");
    walk.awaitFate("a2/desk", "FAILED receiver-dead: told through chief");
    assertThat(slack.messages("chief")).map(Object::toString)
        .filteredOn(each -> each.contains("Digest: 2 alerts, in place of desk")).hasSize(1);
    assertThat(slack.messages("chief")).map(Object::toString)
        .filteredOn(each -> each.contains("Shift from 21 Nov 23:00 to 07:00")).hasSize(1);
  }

  @Test
  void aShiftIsHandedOverOnce() {
    walk.put(walk.topics.feedStates(), FeedState.builder("a.example/1").health(FeedHealth.OK).build());
    walk.put(walk.topics.feedStates(), FeedState.builder("b.example/1").health(FeedHealth.GONE).build());
    AlertsApp evening = start("receiver: desk");
    walk.raise(night("a1", Severity.HIGH));
    walk.awaitFate("a1/desk", "DELIVERED");

    clock.set(Instant.parse("2026-11-22T07:00:03Z"));
    walk.awaitFate("shift/2026-11-22T07:00:00Z/chief", "DELIVERED");
    evening.close();
    start("receiver: desk");
    walk.raise(night("a2", Severity.HIGH));
    walk.awaitFate("a2/desk", "DELIVERED");

    assertThat(slack.messages("chief")).hasSize(1);
    assertThat(slack.messages("chief").getFirst().toString())
        .contains("Shift from 21 Nov 23:00 to 07:00: 1 story told, watching 1 of 2 feeds, last told 21 Nov 23:00")
        .contains("Moscow warns Seoul", "b.example/1 (gone)");
  }

  @Test
  void whatNobodyAcknowledgesIsToldAgainAndWhatSomebodyDoesIsNot() {
    AlertsApp evening = start("{ receiver: desk, unacknowledged: { after: 10m, tell: chief, mention: \"<!channel>\" } }");
    walk.raise(night("a1", Severity.CRITICAL), night("a2", Severity.CRITICAL));
    walk.awaitFate("a1/desk", "DELIVERED");
    walk.awaitFate("a2/desk", "DELIVERED");
    evening.close();
    walk.put(walk.topics.feedback(),
        new Feedback("a2", "editor", "acknowledged", List.of(), null, NIGHT.plusSeconds(60)));

    clock.set(Instant.parse("2026-11-21T23:10:30Z"));
    start("{ receiver: desk, unacknowledged: { after: 10m, tell: chief, mention: \"<!channel>\" } }");

    walk.awaitFate("again/a1/chief", "DELIVERED");
    assertThat(walk.ledger()).doesNotContainKey("again/a2/chief");
    assertThat(slack.messages("chief")).hasSize(1);
    assertThat(slack.messages("chief").getFirst().toString())
        .contains("\"range\":\"channel\"", "Nobody has acknowledged this for 10 minutes", "told at desk 23:00");
    await().untilAsserted(() -> assertThat(
            TopicTable.read(walk.kafka, "test", walk.topics.signalFeedback()).values().get("korea-russia/rule"))
        .isEqualTo(SignalFeedback.of("korea-russia", "rule", 2, 0, 1, NIGHT.plusSeconds(60))));
  }

  private AlertsApp start(String route) {
    AlertsConfig config = Walk.config(
        """
        zone: UTC
        receivers:
          - %s
          - %s
        mute-times: { nights: { from: 22:00, to: 07:00 } }
        shifts: { at: [07:00, 15:00, 23:00], tell: chief }
        route: %s
        """.formatted(walk.webhook("desk"), walk.webhook("chief"), route.startsWith("{") ? route : "{ " + route + " }"),
        Map.of());
    return walk.start(config, clock);
  }

  private static Silence silence(String id, String matcher) {
    return new Silence(id, List.of(matcher), NIGHT, NIGHT.plus(Duration.ofHours(1)), "editor", "");
  }

  private static Alert night(String id, Severity severity) {
    return alert().id(id).severity(severity).at(NIGHT).signal("Moscow will retaliate.", "retaliate").build();
  }


}
