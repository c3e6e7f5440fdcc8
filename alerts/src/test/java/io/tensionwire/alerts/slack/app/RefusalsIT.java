package io.tensionwire.alerts.slack.app;

import static io.tensionwire.alerts.slack.app.DeskApp.CHANNEL;
import static io.tensionwire.alerts.slack.app.DeskApp.PARIS;
import static io.tensionwire.alerts.slack.app.DeskApp.POST;
import static io.tensionwire.alerts.slack.app.DeskApp.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of Slack's refusals: some are final, some pass, and some leave open whether it was told. */
@Timeout(60)
class RefusalsIT {

  private final DeskApp desk = new DeskApp();
  private final FakeSlack slack = desk.slack;

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
      "invalid_auth, FORBIDDEN", "not_in_channel, FORBIDDEN", "restricted_action, FORBIDDEN", "token_revoked, FORBIDDEN",
      "missing_scope, FORBIDDEN", "channel_not_found, NOT_FOUND", "is_archived, NOT_FOUND",
      "msg_too_long, INVALID_MESSAGE", "invalid_blocks, INVALID_MESSAGE", "msg_blocks_too_long, INVALID_MESSAGE"
  })
  void aRefusalWithStatus200IsFinal(String word, Reason reason) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(word));

    assertThat(desk.send(opened(), null)).isInstanceOfSatisfying(Outcome.Rejected.class, no -> {
      assertThat(no.reason()).isEqualTo(reason);
      assertThat(no.detail()).startsWith(word);
    });
  }

  @ParameterizedTest
  @CsvSource({
      "ratelimited, RATE_LIMITED", "service_unavailable, UNAVAILABLE", "request_timeout, UNAVAILABLE",
      "a_word_of_tomorrow, ANSWER_LOST"
  })
  void whatMayPassIsTriedAgain(String word, Reason reason) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(word));

    assertThat(desk.send(opened(), null)).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(reason));
  }

  @Test
  void theTimeThatSlackAsksForIsTold() throws Exception {
    slack.answers(POST, CHANNEL, Answer.rateLimited(Duration.ofSeconds(7)));

    assertThat(desk.send(opened(), null)).isEqualTo(new Outcome.Retryable(Reason.RATE_LIMITED, "429", Duration.ofSeconds(7), "messages"));
  }

  @ParameterizedTest
  @CsvSource({"500, ANSWER_LOST", "502, ANSWER_LOST", "503, UNAVAILABLE"})
  void anErrorOfAGatewaysIsNotFinal(int status, Reason reason) throws Exception {
    slack.answers(POST, CHANNEL, Answer.refused(status, "bad_gateway"));

    assertThat(desk.send(opened(), null)).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(reason));
  }

  @Test
  void whereNobodyListensNothingWasTold() throws Exception {
    slack.close();

    assertThat(desk.send(opened(), null)).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @Test
  void noOutcomeHoldsTheToken() throws Exception {
    try (SlackAppReceiver wrong = desk.receiver("xoxb-very-secret")) {
      Outcome outcome = wrong.send(Dispatch.of(opened(), Message.of(opened(), PARIS)));

      assertThat(outcome.toString()).contains("invalid_auth").doesNotContain("very-secret");
    }
  }

  @Test
  void anArchivedChannelIsAReceiverThatIsGone() throws Exception {
    slack.people().archive(CHANNEL);

    assertThat(desk.send(opened(), null)).isEqualTo(new Outcome.Rejected(Reason.NOT_FOUND, "is_archived"));
  }
}
