package io.tensionwire.alerts.feedback;

import io.tensionwire.model.Feedback;
import io.tensionwire.service.follow.TopicFollower;
import io.tensionwire.service.kafka.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When somebody last answered to an alert, over the last days. Whoever says that an alert is not relevant has seen it,
 * too. For several threads.
 */
public final class Feedbacks implements TopicFollower.Listener<Feedback> {

  private static final Logger log = LoggerFactory.getLogger(Feedbacks.class);
  private static final Set<String> SEEN = Set.of(Verdict.ACKNOWLEDGED, Verdict.NOT_RELEVANT);
  private static final Duration REMEMBERED = Duration.ofDays(3);
  private static final int PRUNED_AT = 10_000;

  private final Clock clock;
  private final Map<String, Instant> seenAt = new HashMap<>();

  public Feedbacks(Clock clock) {
    this.clock = clock;
  }

  /** When somebody last said that they have seen it; {@code null} where nobody has. */
  public synchronized @Nullable Instant seenAt(String alertId) {
    return seenAt.get(alertId);
  }

  /** What was said stays said: nothing is forgotten when the topic is read anew. */
  @Override
  public void begin() {}

  @Override
  public synchronized void hear(ConsumerRecord<String, byte[]> record, Word<Feedback> word) {
    switch (word) {
      case Word.Value<Feedback>(Feedback feedback) -> {
        if (SEEN.contains(feedback.verdict()) && feedback.at().isAfter(clock.instant().minus(REMEMBERED))) {
          seenAt.merge(feedback.alertId(), feedback.at(), (a, b) -> a.isAfter(b) ? a : b);
          prune();
        }
      }
      case Word.Removed<Feedback>() -> {
        // An answer that was taken back was given all the same.
      }
      case Word.Unclear<Feedback>(var unclear) ->
          log.atWarn().addKeyValue("key", record.key()).addKeyValue("offset", record.offset())
              .addKeyValue("reason", unclear.reason()).log("not a feedback: passed over");
    }
  }

  private void prune() {
    if (seenAt.size() > PRUNED_AT) {
      Instant limit = clock.instant().minus(REMEMBERED);
      seenAt.values().removeIf(at -> at.isBefore(limit));
    }
  }

  @Override
  public void caughtUp() {}
}
