package io.tensionwire.standalone.proof;

import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.standalone.proof.ChaosNewsroom.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What goes wrong at Slack: storms at one channel, and an outage of all. From one seed. */
final class ChaosStorms {

  /** As long as a call takes usually: a process that dies often dies in one. */
  private static final Duration CALL = Duration.ofMillis(80);
  /** A bot edits, posts and reads: it calls twice as often. */
  private static final Duration CALL_OF_BOT = Duration.ofMillis(40);
  /** Each holds its channel up for the 15 s of a call's time-out. */
  private static final int MOST_LATE = 8;
  private static final Duration LATER_THAN_ANYBODY_WAITS = Duration.ofSeconds(16);

  private final FakeSlack slack;
  private final List<Desk> desks;
  private final Random random;
  private int late;
  private int hidden;

  ChaosStorms(FakeSlack slack, List<Desk> desks, Random random) {
    this.slack = slack;
    this.desks = desks;
    this.random = random;
  }

  void begin() {
    for (Desk desk : desks) {
      slack.always(desk.channel(), Answer.slow(desk.bot() ? CALL_OF_BOT : CALL));
    }
  }

  void end() {
    desks.forEach(desk -> slack.recovers(desk.channel()));
  }

  /** Nobody answers. */
  void outage(Duration length) throws InterruptedException {
    desks.forEach(desk -> slack.always(desk.channel(), Answer.connectionBroken()));
    TimeUnit.MILLISECONDS.sleep(length.toMillis());
    end();
    begin();
  }

  /** Somewhere, once in a while. */
  void perhaps() {
    if (random.nextInt(12) == 0) {
      Desk desk = desks.get(random.nextInt(desks.size()));
      if (desk.bot()) {
        atBot(desk.channel());
      } else {
        atWebhook(desk.channel());
      }
    }
  }

  private void atWebhook(String channel) {
    switch (random.nextInt(8)) {
      case 0, 1 -> storm("*", channel, Answer.rateLimited(Duration.ofSeconds(1)), 1 + random.nextInt(3));
      case 2, 3 -> storm("*", channel, Answer.refused(500, "rollup_error"), 1 + random.nextInt(8));
      case 4, 5 -> storm("*", channel, Answer.lostAfterAcceptance(), 1 + random.nextInt(3));
      case 6 -> storm("*", channel, Answer.connectionBroken(), 1 + random.nextInt(4));
      default -> late("*", channel, Answer.slow(LATER_THAN_ANYBODY_WAITS));
    }
  }

  private void atBot(String channel) {
    // Whatever is called next, or what is posted, edited, or looked at.
    String method = List.of("*", "*", "chat.postMessage", "chat.postMessage", "chat.update", "conversations.history",
        "conversations.replies").get(random.nextInt(7));
    switch (random.nextInt(11)) {
      case 0, 1 -> storm(method, channel, Answer.rateLimited(Duration.ofSeconds(1)), 1 + random.nextInt(3));
      case 2 -> storm(method, channel, Answer.refused(500, "internal_error"), 1 + random.nextInt(8));
      case 3, 4 -> storm(method, channel, Answer.lostAfterAcceptance(), 1 + random.nextInt(3));
      case 5 -> storm(method, channel, Answer.connectionBroken(), 1 + random.nextInt(4));
      case 6 -> storm(method, channel, Answer.refused("service_unavailable"), 1 + random.nextInt(3));
      case 7 -> storm(method, channel, Answer.fatalErrorAfterAcceptance(), 1 + random.nextInt(3));
      case 8, 9 -> {
        hidden++;
        Duration delay = Duration.ofMillis(500 + random.nextInt(8000));
        slack.answers("chat.postMessage", channel, Answer.lostAfterAcceptance().appearingAfter(delay));
      }
      default -> late(
          method, channel, random.nextBoolean()
              ? Answer.slow(LATER_THAN_ANYBODY_WAITS) : Answer.answeredLate(LATER_THAN_ANYBODY_WAITS));
    }
  }

  private void late(String method, String channel, Answer answer) {
    if (late < MOST_LATE) {
      late++;
      slack.answers(method, channel, answer);
    }
  }

  private void storm(String method, String channel, Answer answer, int times) {
    for (int i = 0; i < times; i++) {
      slack.answers(method, channel, answer);
    }
  }

  /** Calls that were meant to be answered after the caller has gone. */
  int late() {
    return late;
  }

  /** Messages that were meant to be accepted without an answer, and to be seen only seconds later. */
  int hidden() {
    return hidden;
  }
}
