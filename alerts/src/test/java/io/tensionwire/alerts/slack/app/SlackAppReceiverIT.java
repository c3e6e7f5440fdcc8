package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.slack.app.DeskApp.CHANNEL;
import static io.tensionwire.alerts.slack.app.DeskApp.POST;
import static io.tensionwire.alerts.slack.app.DeskApp.opened;
import static io.tensionwire.alerts.slack.app.DeskApp.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverContract;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.slack.Posted;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a story is told: its first message is the root of a thread, which is edited, and what readers should notice is a reply. */
@Timeout(60)
class SlackAppReceiverIT extends ReceiverContract {

  private final DeskApp desk = new DeskApp();
  private final FakeSlack slack = desk.slack;

  @AfterEach
  void close() {
    desk.close();
  }

  @Override
  protected Receiver receiver() {
    return desk.receiver;
  }

  @Override
  protected String told() {
    return slack.messages(CHANNEL).toString();
  }

  @Test
  void theFirstTellingIsARootWithItsStamp() throws Exception {
    Outcome outcome = send(alert().build());

    Posted root = desk.only().root();
    assertThat(outcome).isEqualTo(new Outcome.Delivered(root.ts(), root.ts()));
    assertThat(root.metadata().path("event_type").asText()).isEqualTo("tensionwire_alert");
    assertThat(root.metadata().path("event_payload").path("alert_id").asText()).isEqualTo("a1");
    assertThat(root.metadata().path("event_payload").path("story_id").asText()).isEqualTo("s-a1");
    assertThat(root.metadata().path("event_payload").path("kind").asText()).isEqualTo("opened");
  }

  @Test
  void anUpdateIsOnlyAnEdit() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);

    Outcome outcome = desk.send(of(opened, AlertKind.UPDATED).counts(4, 3).build(), thread(ts, opened, of(opened, AlertKind.OPENED).counts(4, 3).build()));

    assertThat(outcome).isEqualTo(new Outcome.Delivered(ts, ts));
    assertThat(desk.only().replies()).isEmpty();
    assertThat(desk.only().root().content().toString()).contains("4 articles, 3 outlets", "Moscow warns Seoul");
    assertThat(desk.only().root().metadata().path("event_payload").path("alert_id").asText()).isEqualTo(opened.id());
    assertThat(slack.pings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "CORROBORATED, HIGH, false", "ESCALATED, HIGH, true", "ESCALATED, CRITICAL, true", "ESCALATED, ELEVATED, false",
      "CORRECTED, HIGH, true", "CORRECTED, NOTICE, false", "DEESCALATED, ELEVATED, false"
  })
  void whatReadersShouldNoticeIsAReplyAndWakesThemWhereItIsGrave(AlertKind kind, Severity severity, boolean wakes)
      throws Exception {
    Alert opened = alertNow("a1").severity(Severity.ELEVATED).build();
    String ts = desk.told(opened);
    Alert next = alertNow("a2").kind(kind).severity(severity).build();

    Outcome outcome = desk.send(next, thread(ts, opened, next), "<!subteam^S0SHIFT>", false);

    Posted reply = desk.only().replies().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Delivered(reply.ts(), ts));
    assertThat(reply.broadcast()).isEqualTo(wakes);
    assertThat(slack.pings()).hasSize(wakes ? 1 : 0);
    assertThat(desk.only().root().edits()).isEqualTo(1);
  }

  @Test
  void theCorrectionOfWhatWasHighWakesThoseWhoWereWoken() throws Exception {
    Alert opened = alertNow("a1").severity(Severity.HIGH).build();
    String ts = desk.told(opened);
    Alert lowered = alertNow("a2").kind(AlertKind.DEESCALATED).severity(Severity.NOTICE).change("high", "notice", "x").build();

    desk.send(lowered, thread(ts, opened, lowered), "@here", false);

    assertThat(desk.only().replies().getFirst().broadcast()).isTrue();
    assertThat(slack.pings()).hasSize(1);
  }

  @Test
  void aGraveFirstTellingWakesWhomTheRouteNames() throws Exception {
    Alert grave = alertNow("a1").severity(Severity.CRITICAL).build();

    desk.send(grave, null, "U0NIGHT, @here", false);

    assertThat(slack.pings()).hasSize(2);
  }

  @Test
  void aReplyHasBothWordings() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    Alert corrected = alertNow("a2").kind(AlertKind.CORRECTED).change("“will retaliate”", "“may respond”", "the agency corrected itself").build();

    desk.send(corrected, thread(ts, opened, corrected));

    assertThat(desk.only().replies().getFirst().content().toString()).contains("will retaliate", "may respond");
  }

  @Test
  void aRootThatWasEditedWhileItsReplyFailedIsToldWhole() throws Exception {
    Alert opened = opened();
    String ts = desk.told(opened);
    Alert next = alertNow("a2").kind(AlertKind.ESCALATED).severity(Severity.CRITICAL).build();
    slack.answers(POST, CHANNEL, Answer.rateLimited(Duration.ofSeconds(3)));

    Outcome first = desk.send(next, thread(ts, opened, next));
    Outcome second = desk.send(next, thread(ts, opened, next));

    assertThat(first).isEqualTo(new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofSeconds(3), "messages"));
    assertThat(second).isInstanceOf(Outcome.Delivered.class);
    assertThat(desk.only().replies()).hasSize(1);
  }

  private static AlertBuilder of(Alert story, AlertKind kind) {
    return alertNow(story.id() + kind).kind(kind);
  }
}
