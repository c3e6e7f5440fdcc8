package io.tensionwire.alerts.receiver;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.receivers.FakeReceiver;
import io.tensionwire.fixtures.receivers.Response;
import io.tensionwire.fixtures.receivers.Trouble;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every receiver that is called over HTTP. */
public abstract class HttpReceiverContract extends RemoteReceiverContract {

  protected abstract FakeReceiver fake();

  /** What nobody may see. */
  protected abstract List<String> secrets();

  /** How many messages stand there. */
  protected abstract int messages();

  /** Of a refusal for good, whose words are given; the service's usual form. */
  protected String refusal(String words) {
    return words;
  }

  @AfterEach
  void closeBoth() {
    receiver().close();
    fake().close();
  }

  @Override
  protected final FarEnd farEnd() {
    return new FarEnd() {
      @Override
      public List<String> secrets() {
        return HttpReceiverContract.this.secrets();
      }

      @Override
      public int calls() {
        return fake().calls().size();
      }

      @Override
      public int messages() {
        return HttpReceiverContract.this.messages();
      }

      @Override
      public void refusesForGood() {
        fake().next(Trouble.says(400, refusal(String.join(" ", secrets()))));
      }

      @Override
      public void isUnavailable() {
        fake().next(Trouble.says(503, "<html>busy</html>", Map.of("Retry-After", "0")));
      }

      @Override
      public void losesTheAnswer() {
        fake().next(new Trouble.LosesTheAnswer());
      }

      @Override
      public void isSlow(Duration pause) {
        fake().next(new Trouble.IsSlow(pause));
      }

      @Override
      public void isGone() {
        fake().close();
      }
    };
  }

  @Test
  void theSecondsThatItAsksForAreTold() throws Exception {
    fake().next(Trouble.says(429, "", Map.of("Retry-After", "7")));

    assertThat(retryAfter(Reason.RATE_LIMITED)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void theDateThatItAsksForIsTold() throws Exception {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2));
    fake().next(Trouble.says(503, "", Map.of("Retry-After", date)));

    assertThat(retryAfter(Reason.UNAVAILABLE)).isBetween(Duration.ofSeconds(115), Duration.ofSeconds(121));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 529})
  void aServerInTroubleIsAskedAgainButNotAtOnce(int status) throws Exception {
    fake().next(Trouble.says(status, "", Map.of("Retry-After", "0")));

    assertThat(retryAfter(Reason.UNAVAILABLE)).isEqualTo(Duration.ZERO);
    assertThat(fake().calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectLeadsNowhere(int status) throws Exception {
    fake().next(Trouble.says(status, "", Map.of("Location", fake().uri("/elsewhere").toString())));

    assertThat(send(alert().build())).isNotInstanceOf(Outcome.Delivered.class);
    assertThat(fake().calls()).hasSize(1);
    assertThat(messages()).isZero();
  }

  @Test
  void anAnswerThatDripsIsATimeOut() throws Exception {
    fake().next(new Trouble.Drips(Response.of(200, "ok and no end"), Duration.ofMillis(300)));

    assertThat(send(alert().build())).isInstanceOfSatisfying(
        Outcome.Retryable.class, late -> assertThat(late.reason()).isEqualTo(Reason.TIMED_OUT));
  }

  @Test
  void aBrokenConnectionIsNotAnsweredByAnotherCall() throws Exception {
    fake().always(new Trouble.BreaksTheConnection());

    assertThat(send(alert().build())).isInstanceOfSatisfying(
        Outcome.Retryable.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.ANSWER_LOST));
    assertThat(fake().calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 404, 410, 429, 500})
  void whateverItSaysNoOutcomeHoldsTheSecret(int status) throws Exception {
    for (String secret : secrets()) {
      fake().next(
          Trouble.says(status, refusal(secret)), Trouble.says(status, secret),
          Trouble.says(status, "{\"description\":\"no " + secret + "\",\"message\":\"" + secret + "\"}"));
    }

    for (int i = 0; i < 3 * secrets().size(); i++) {
      assertThat(send(alert().build()).toString()).doesNotContain(secrets());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void anEndlessAnswerIsNotKept(int status) throws Exception {
    fake().next(Trouble.says(status, "x".repeat(3_000_000)));

    long start = System.nanoTime();
    assertThat(send(alert().build())).isNotInstanceOf(Outcome.Delivered.class);
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(4));
  }

  private Duration retryAfter(Reason reason) throws InterruptedException {
    Outcome outcome = send(alert().build());
    assertThat(outcome).isInstanceOfSatisfying(
        Outcome.Retryable.class, later -> assertThat(later.reason()).isEqualTo(reason));
    Duration wait = ((Outcome.Retryable) outcome).retryAfter();
    assertThat(wait).isNotNull();
    return wait;
  }
}
