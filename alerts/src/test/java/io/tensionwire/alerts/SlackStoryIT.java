package io.tensionwire.alerts;

import static io.tensionwire.alerts.AlertBuilder.alertNow;
import static io.tensionwire.alerts.Walk.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.fixtures.slack.Answer;
import io.tensionwire.fixtures.slack.Discussion;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Silence;
import io.tensionwire.service.RoleContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One story, one thread: through the role, its ledger and its successors. */
@ExtendWith(WalkOnSharedBroker.class)
@Timeout(120)
class SlackStoryIT {

  private static final String CHANNEL = "C0DESK";
  private static final String ACKNOWLEDGE = "tensionwire-acknowledge";
  private static final String MUTE_STORY = "tensionwire-mute-story";

  private final FakeSlack slack;
  private final Walk walk;

  SlackStoryIT(Walk walk) {
    this.walk = walk;
    this.slack = walk.slack.channel(CHANNEL, "desk");
  }

  @Test
  void aStoryIsOneMessageAndItsThread() {
    walk.start(bot());

    walk.raise(story("o", AlertKind.OPENED).build());
    walk.raise(story("u", AlertKind.UPDATED).counts(3, 2).build());
    awaitDelivered("u");
    walk.raise(story("e", AlertKind.ESCALATED).severity(Severity.CRITICAL).counts(4, 2).build());
    awaitDelivered("e");
    walk.raise(story("c", AlertKind.CLOSED).severity(Severity.CRITICAL).counts(4, 2).change(null, null, "nothing for 72 h").build());

    awaitDelivered("c");
    Discussion story = only();
    assertThat(story.replies()).hasSize(1).allMatch(reply -> reply.broadcast());
    assertThat(story.root().content().toString()).contains("CLOSED", "CRITICAL", "nothing for 72 h", "4 articles");
    assertThat(delivery("u").remoteId()).isEqualTo(story.root().ts());
    assertThat(delivery("e").threadId()).isEqualTo(story.root().ts());
    assertThat(delivery("e").remoteId()).isEqualTo(story.replies().getFirst().ts());
  }

  @Test
  void whatIsGraverAndComesFirstIsNotMadeLessGraveByWhatWasRaisedBefore() {
    Answer.Held first = Answer.held();
    slack.answers("chat.postMessage", CHANNEL, first);
    RoleContext context = walk.context(Clock.systemUTC());
    walk.app(bot(), context).start();
    walk.raise(alertNow("x").severity(Severity.NOTICE).build());
    await().until(first::isUnderWay);

    walk.raise(
        story("o", AlertKind.OPENED).severity(Severity.ELEVATED).build(),
        story("e", AlertKind.ESCALATED).severity(Severity.CRITICAL).build());
    Walk.awaitQueue(context, "desk", 2);
    first.release();

    awaitDelivered("o");
    awaitDelivered("e");
    assertThat(slack.discussions(CHANNEL).stream().map(story -> story.root().text()).toList())
        .filteredOn(text -> text.contains("CRITICAL")).hasSize(1);
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
  }

  @Test
  void aSuccessorGoesOnInTheSameThreadWithTheFirstWordsAndTheMarks() {
    AlertsApp first = walk.start(bot());
    walk.raise(story("o", AlertKind.OPENED).headline("SAMPLE: the first words").build());
    awaitDelivered("o");
    await().until(() -> slack.sockets().open() == 1);
    slack.click(CHANNEL, only().root().ts(), ACKNOWLEDGE, "U0NIGHT");
    await().until(() -> only().root().content().toString().contains("Acknowledged"));
    first.close();

    walk.start(bot());
    walk.raise(story("c", AlertKind.CORROBORATED).headline("SAMPLE: other words").counts(9, 3).build());

    awaitDelivered("c");
    assertThat(only().replies()).hasSize(1);
    assertThat(only().root().content().toString())
        .contains("SAMPLE: the first words", "9 articles", "Acknowledged by @u0night")
        .doesNotContain("SAMPLE: other words");
    await().until(() -> slack.sockets().open() == 1);
    slack.click(CHANNEL, only().root().ts(), MUTE_STORY, "U0DAY");
    await().until(() -> only().root().content().toString().contains("Story muted by @u0day"));
    await().untilAsserted(() -> assertThat(walk.values(walk.topics.feedback())).extracting(Feedback::verdict)
        .containsExactly("acknowledged"));
    await().untilAsserted(() -> assertThat(walk.values(walk.topics.silences())).extracting(Silence::matchers)
        .containsExactly(List.of("story = s1")));
  }

  @Test
  void correctedWordsReplaceTheFirst() {
    walk.start(bot());
    walk.raise(story("o", AlertKind.OPENED).headline("SAMPLE: the first words").build());
    walk.raise(story("k", AlertKind.CORRECTED).headline("SAMPLE: the corrected words").change("a", "b", "corrected").build());
    walk.raise(story("u", AlertKind.UPDATED).headline("SAMPLE: yet others").build());

    awaitDelivered("u");
    assertThat(only().root().content().toString())
        .contains("SAMPLE: the corrected words").doesNotContain("SAMPLE: yet others");
  }

  @Test
  void aLostAnswerLeavesOneMessage() {
    slack.answers("chat.postMessage", CHANNEL, Answer.lostAfterAcceptance());
    walk.start(bot());

    walk.raise(story("o", AlertKind.OPENED).build());

    awaitDelivered("o");
    only();
    assertThat(delivery("o").attempts()).isEqualTo(2);
  }

  @Test
  void anotherAlertOfAStoryWhoseBeginningIsInDoubtJoinsIt() {
    slack.answers("chat.postMessage", CHANNEL, Answer.lostAfterAcceptance());
    slack.always("conversations.history", CHANNEL, Answer.refused("service_unavailable"));
    walk.start(bot());
    walk.raise(story("o", AlertKind.OPENED).build());
    await().until(() -> slack.calls("conversations.history", CHANNEL).size() > 1);

    walk.raise(story("e", AlertKind.ESCALATED).severity(Severity.CRITICAL).build());
    await().until(() -> slack.calls("conversations.history", CHANNEL).size() > 4);
    slack.recovers(CHANNEL);

    awaitDelivered("o");
    awaitDelivered("e");
    assertThat(only().replies()).hasSize(1);
  }

  @Test
  void anUpdateOfWhatWasNeverToldIsNotTold() {
    walk.start(bot());

    walk.raise(story("u", AlertKind.UPDATED).build(), story("z", AlertKind.CLOSED).build());

    walk.awaitFate("u/desk", "SUPPRESSED nothing-to-edit");
    walk.awaitState("z/desk", DeliveryState.SUPPRESSED);
    assertThat(slack.discussions(CHANNEL)).isEmpty();
  }

  @Test
  void anAlertOfNoStoryIsAMessageOfItsOwn() {
    walk.start(bot());

    walk.raise(story("o", AlertKind.OPENED).build(), story("p", AlertKind.POSITION).build());

    awaitDelivered("p");
    awaitDelivered("o");
    assertThat(slack.discussions(CHANNEL)).hasSize(2);
  }

  private static AlertBuilder story(String id, AlertKind kind) {
    return alertNow(id).kind(kind).story("s1");
  }

  private AlertsConfig bot() {
    return Walk.config(
        """
        zone: UTC
        receivers:
          - name: desk
            slack: { token: '${BOT}', app-token: '${APP}', channel: %s, api-url: '%s', messages-per-second: 1000 }
        """.formatted(CHANNEL, slack.api()),
        Map.of("BOT", FakeSlack.BOT_TOKEN, "APP", FakeSlack.APP_TOKEN));
  }

  private Discussion only() {
    assertThat(slack.discussions(CHANNEL)).hasSize(1);
    return slack.discussions(CHANNEL).getFirst();
  }

  private void awaitDelivered(String alert) {
    walk.awaitState(alert + "/desk", DeliveryState.DELIVERED);
  }

  private Delivery delivery(String alert) {
    return walk.delivery(alert + "/desk");
  }
}
