package io.tensionwire.alerts.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Feedback;
import io.tensionwire.service.kafka.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbacksTest {

  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

  private Instant now = START;
  private final InstantSource moving = () -> now;
  private final Feedbacks feedbacks = new Feedbacks(moving.withZone(ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(strings = {Verdict.ACKNOWLEDGED, Verdict.NOT_RELEVANT})
  void whoSaysWhatTheyThinkOfItHasSeenIt(String verdict) {
    hear("a1", verdict, START);

    assertThat(feedbacks.seenAt("a1")).isEqualTo(START);
    assertThat(feedbacks.seenAt("a2")).isNull();
  }

  @Test
  void aWordThatIsNoneOfOursSaysNothing() {
    hear("a1", "thanks", START);

    assertThat(feedbacks.seenAt("a1")).isNull();
  }

  @Test
  void theLastAnswerCountsInWhateverOrderTheyCome() {
    hear("a1", Verdict.ACKNOWLEDGED, START.minusSeconds(60));
    hear("a1", Verdict.ACKNOWLEDGED, START);
    hear("a1", Verdict.NOT_RELEVANT, START.minusSeconds(30));

    assertThat(feedbacks.seenAt("a1")).isEqualTo(START);
  }

  @Test
  void whatWasSaidMoreThanThreeDaysAgoIsNotRemembered() {
    hear("a1", Verdict.ACKNOWLEDGED, START.minus(Duration.ofDays(3)));
    hear("a2", Verdict.ACKNOWLEDGED, START.minus(Duration.ofDays(3)).plusMillis(1));

    assertThat(feedbacks.seenAt("a1")).isNull();
    assertThat(feedbacks.seenAt("a2")).isNotNull();
  }

  @Test
  void anAnswerThatIsTakenBackWasGivenAllTheSame() {
    hear("a1", Verdict.ACKNOWLEDGED, START);

    feedbacks.begin();
    feedbacks.hear(record("a1"), new Word.Removed<>());

    assertThat(feedbacks.seenAt("a1")).isEqualTo(START);
  }

  @Test
  void manyAreForgottenOnceTheyAreOld() {
    hear("old", Verdict.ACKNOWLEDGED, START);
    now = START.plus(Duration.ofDays(3)).plusSeconds(1);
    for (int i = 0; i < 9_999; i++) {
      hear("a" + i, Verdict.ACKNOWLEDGED, now);
    }
    assertThat(feedbacks.seenAt("old")).as("there is room").isNotNull();

    hear("one-more", Verdict.ACKNOWLEDGED, now);

    assertThat(feedbacks.seenAt("old")).isNull();
    assertThat(feedbacks.seenAt("a0")).isNotNull();
  }

  private void hear(String alertId, String verdict, Instant at) {
    feedbacks.hear(record(alertId), new Word.Value<>(new Feedback(alertId, "editor", verdict, List.of(), null, at)));
  }

  private static ConsumerRecord<String, byte[]> record(String key) {
    return new ConsumerRecord<>("news.feedback", 0, 0, key, new byte[0]);
  }
}
