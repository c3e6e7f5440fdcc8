package io.tensionwire.alerts;

import io.tensionwire.alerts.digest.Watchfulness;
import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.alerts.feedback.SignalFeedbackWriter;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Topics;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.follow.TopicFollower;
import io.tensionwire.service.kafka.Word;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the active instance hears beside the alerts: silences, feedback, how the feeds are. Read to the end, then live. */
final class Hearing implements OpenParts.Part {

  private final List<TopicFollower<?>> followers;
  private @Nullable SignalFeedbackWriter signalFeedback;

  private Hearing(List<TopicFollower<?>> followers) {
    this.followers = followers;
  }

  /**
   * Reads what stands on the topics, and goes on from there.
   *
   * @param threads shows what readers made of a message
   * @throws org.apache.kafka.common.KafkaException if the cluster does not answer
   */
  static Hearing begin(
      RoleContext context, String clientId, Duration timeout, Silences silences, Feedbacks feedbacks,
      Watchfulness watchfulness, StoryThreads threads) {
    Topics topics = context.topics();
    var hearing = new Hearing(List.of(
        new TopicFollower<>(
            context, clientId + "-silences", topics.silences(), timeout, then(silences, threads::note)),
        new TopicFollower<>(
            context, clientId + "-feedback", topics.feedback(), timeout, then(feedbacks, threads::note)),
        new TopicFollower<>(context, clientId + "-feeds", topics.feedStates(), timeout, watchfulness)));
    try {
      hearing.followers.forEach(TopicFollower::catchUp);
    } catch (RuntimeException e) {
      hearing.close();
      throw e;
    }
    hearing.followers.forEach(TopicFollower::start);
    hearing.signalFeedback = SignalFeedbackWriter.start(context, clientId, timeout);
    return hearing;
  }

  /** Lets another hear each value after the first has, so that nobody reads the topic for it alone. */
  private static <V> TopicFollower.Listener<V> then(TopicFollower.Listener<V> first, Consumer<V> second) {
    return new TopicFollower.Listener<>() {
      @Override
      public void begin() {
        first.begin();
      }

      @Override
      public void hear(ConsumerRecord<String, byte[]> record, Word<V> word) {
        first.hear(record, word);
        if (word instanceof Word.Value<V>(V value)) {
          second.accept(value);
        }
      }

      @Override
      public void caughtUp() {
        first.caughtUp();
      }
    };
  }

  @Override
  public void close() {
    followers.forEach(TopicFollower::close);
    if (signalFeedback != null) {
      signalFeedback.close();
    }
  }
}
