package io.tensionwire.alerts.receiver;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** What holds for every receiver that is called over a network, when that or the receiver is in trouble. */
@Timeout(30)
@ResourceLock("the root logger")
public abstract class RemoteReceiverContract extends ReceiverContract {

  /** The receiver under test gives up on a call after this. */
  protected static final Duration CALL_TIMEOUT = Duration.ofSeconds(1);

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();

  /** The far end of the receiver under test. */
  protected interface FarEnd {

    /** What nobody may see. */
    List<String> secrets();

    /** How many calls came, whatever became of them. */
    int calls();

    /** How many messages stand there. */
    int messages();

    /** The next call is refused, and every other like it would be; its words for it hold the secrets. */
    void refusesForGood();

    /** The next call is refused because there is trouble that passes. */
    void isUnavailable();

    /** The next message is taken, and the connection breaks before that is said. */
    void losesTheAnswer();

    /** The next call is answered late, after so long. */
    void isSlow(Duration pause);

    /** Nobody listens any more. */
    void isGone();
  }

  protected abstract FarEnd farEnd();

  @BeforeEach
  void listenToTheLog() {
    logged.start();
    root.setLevel(Level.TRACE);
    root.addAppender(logged);
  }

  @AfterEach
  void noSecretIsInTheLog() {
    root.detachAppender(logged);
    root.setLevel(usual);
    for (String secret : farEnd().secrets()) {
      assertThat(List.copyOf(logged.list))
          .noneSatisfy(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs()
              + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage())).contains(secret));
    }
  }

  @Test
  void aRefusalIsFinalAndSaysNoSecret() throws Exception {
    farEnd().refusesForGood();

    Outcome outcome = send(alert().build());

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome.toString()).doesNotContain(farEnd().secrets());
    assertThat(farEnd().messages()).isZero();
  }

  @Test
  void troubleThatPassesIsTriedAgain() throws Exception {
    farEnd().isUnavailable();

    Outcome first = send(alert().build());
    Outcome second = send(alert().build());

    assertThat(first).isInstanceOfSatisfying(
        Outcome.Retryable.class, outcome -> assertThat(outcome.reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(second).isInstanceOf(Outcome.Delivered.class);
  }

  @Test
  void aLostAnswerSaysThatItMayHaveBeenToldAndIsNotToldAgainHere() throws Exception {
    farEnd().losesTheAnswer();

    Outcome outcome = send(alert().build());

    assertThat(outcome).isInstanceOfSatisfying(
        Outcome.Retryable.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.ANSWER_LOST));
    assertThat(farEnd().messages()).isEqualTo(1);
    assertThat(farEnd().calls()).isEqualTo(1);
  }

  @Test
  void slownessIsATimeOutAndBounded() throws Exception {
    farEnd().isSlow(Duration.ofSeconds(20));

    long start = System.nanoTime();
    Outcome outcome = send(alert().build());

    assertThat(outcome).isInstanceOfSatisfying(
        Outcome.Retryable.class, late -> assertThat(late.reason()).isEqualTo(Reason.TIMED_OUT));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CALL_TIMEOUT.multipliedBy(4));
  }

  @Test
  void whoeverIsToldToStopStopsInTheMiddleOfACall() throws Exception {
    farEnd().isSlow(Duration.ofSeconds(20));
    var ended = new CompletableFuture<Boolean>();
    Thread sending = Thread.ofPlatform().start(() -> {
      try {
        send(alert().build());
        ended.complete(false);
      } catch (InterruptedException e) {
        ended.complete(true);
      } catch (RuntimeException | Error e) {
        ended.completeExceptionally(e);
      }
    });

    sending.interrupt();

    assertThat(ended.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whereNobodyListensNothingWasTold() throws Exception {
    farEnd().isGone();

    assertThat(send(alert().build())).isInstanceOfSatisfying(
        Outcome.Retryable.class, away -> assertThat(away.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @Test
  void theReceiverItselfDoesNotShowItsSecret() {
    assertThat(receiver().toString()).doesNotContain(farEnd().secrets());
  }
}
