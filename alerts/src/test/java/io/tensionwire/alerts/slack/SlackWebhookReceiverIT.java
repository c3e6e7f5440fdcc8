package io.tensionwire.alerts.slack;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverContract;
import io.tensionwire.alerts.receiver.Threads;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.Alert;
import io.tensionwire.model.yaml.Secret;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SlackWebhookReceiverIT extends ReceiverContract {

  private static final String CHANNEL = "very-secret";

  private final FakeSlack slack = FakeSlack.start();
  private final Receiver receiver = new SlackWebhookReceiver(
      "newsroom", new Secret(slack.webhook(CHANNEL).toString()), new Rate(1), Duration.ofSeconds(2));

  @AfterEach
  void close() throws Exception {
    receiver.close();
    slack.close();
  }

  @Override
  protected Receiver receiver() {
    return receiver;
  }

  @Override
  protected String told() {
    return slack.messages(CHANNEL).toString();
  }

  @ParameterizedTest
  @CsvSource({
      "400, invalid_payload, INVALID_MESSAGE", "400, no_text, INVALID_MESSAGE", "403, action_prohibited, FORBIDDEN",
      "403, invalid_token, FORBIDDEN", "404, no_service, NOT_FOUND", "404, channel_not_found, NOT_FOUND",
      "410, channel_is_archived, NOT_FOUND", "302, moved, UNEXPECTED_ANSWER"
  })
  void aRefusalIsFinal(int status, String error, Reason reason) throws Exception {
    slack.answers(CHANNEL, Answer.refused(status, error));

    assertThat(send(alert().build())).isEqualTo(new Outcome.Rejected(reason, status + " " + error));
  }

  @ParameterizedTest
  @CsvSource({"500, rollup_error", "502, bad_gateway", "503, unavailable"})
  void aServerErrorIsNotFinal(int status, String error) throws Exception {
    slack.answers(CHANNEL, Answer.refused(status, error));

    assertThat(send(alert().build())).isEqualTo(new Outcome.Retryable(Reason.UNAVAILABLE, status + " " + error, null));
  }

  @Test
  void whomTheRouteNamesIsMentionedAndNobodyElse() throws Exception {
    Alert alert = alert().headline("<!channel> <@U0FEED> @everyone").build();

    receiver.send(Threads.waking("<!here> <@U0NIGHT>, S0DESK", alert));
    receiver.send(Threads.waking(null, alert));

    JsonNode woken = slack.messages(CHANNEL).getFirst();
    assertThat(woken.findValuesAsText("range")).containsExactly("here");
    assertThat(woken.findValuesAsText("user_id")).containsExactly("U0NIGHT");
    assertThat(woken.findValuesAsText("usergroup_id")).containsExactly("S0DESK");
    assertThat(woken.findValuesAsText("type")).doesNotContain("mrkdwn");
    assertThat(slack.messages(CHANNEL).getLast().findValuesAsText("type"))
        .doesNotContain("broadcast", "user", "usergroup");
  }

  @Test
  void theTimeThatSlackAsksForIsTold() throws Exception {
    slack.answers(CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));

    assertThat(send(alert().build()))
        .isEqualTo(new Outcome.Retryable(Reason.RATE_LIMITED, "429 rate_limited", Duration.ofSeconds(7)));
  }

  @Test
  void slownessIsATimeOut() throws Exception {
    slack.answers(CHANNEL, Answer.slow(Duration.ofSeconds(20)));

    assertThat(send(alert().build())).isEqualTo(new Outcome.Retryable(Reason.TIMED_OUT, null, null));
  }

  @Test
  void aLostAnswerSaysThatItMayHaveBeenTold() throws Exception {
    slack.answers(CHANNEL, Answer.lostAfterAcceptance());

    assertThat(send(alert().build()))
        .isInstanceOfSatisfying(Outcome.Retryable.class, o -> assertThat(o.reason()).isEqualTo(Reason.ANSWER_LOST));
  }

  @Test
  void whereNobodyListensNothingWasTold() throws Exception {
    slack.close();

    assertThat(send(alert().build())).isEqualTo(new Outcome.Retryable(Reason.UNREACHABLE, null, null));
  }

  @Test
  void noOutcomeHoldsTheSecret() throws Exception {
    slack.answers(
        CHANNEL, Answer.refused(404, slack.webhook(CHANNEL).toString()), Answer.connectionBroken(),
        Answer.refused(500, "<html>" + CHANNEL));

    for (int i = 0; i < 3; i++) {
      assertThat(send(alert().build()).toString()).doesNotContain(CHANNEL);
    }
  }
}
