package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Lease;
import io.tensionwire.alerts.delivery.Outcomes;
import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was told of each story before this turn, and in it: read from the ledger, alerts read again as they are needed.
 * What readers made of it comes by {@link Hearing}, and at once where they said it here.
 */
final class Recollection implements OpenParts.Part {

  private static final Logger log = LoggerFactory.getLogger(Recollection.class);

  /** A receiver's alerts wait meanwhile: what cannot be read again by then is told without. */
  private static final Duration READ_AGAIN_WITHIN = Duration.ofSeconds(5);
  private static final int MOST_ALERTS = 500;

  private final RoleContext context;
  private final String clientId;
  private final StoryThreads threads;
  private final ReadersOnTopics onTopics;
  /** Alerts that were told of late, by offset: a story that is moving is not read again and again. */
  private final Map<Long, Alert> recent = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Alert> eldest) {
      return size() > MOST_ALERTS;
    }
  };
  private @Nullable TopicReader<Alert> reader;
  private boolean closed;

  Recollection(RoleContext context, String clientId) {
    this.context = context;
    this.clientId = clientId;
    this.threads = new StoryThreads(this::alert, context.clock());
    this.onTopics = new ReadersOnTopics(context, clientId);
  }

  StoryThreads threads() {
    return threads;
  }

  /** What this process told while Kafka was away: newer than the ledger. */
  void note(Outcomes outcomes) {
    outcomes.unrecorded().forEach(this::note);
  }

  /** Notes what became of a call before the next alert of its story is told, then passes it on. */
  Consumer<Waiting> noting(Outcomes outcomes) {
    return waiting -> {
      note(waiting);
      outcomes.add(waiting);
    };
  }

  /** Where readers are heard while the lease holds: what they say is noted once it is on its topic. */
  Readers readers(Lease lease) {
    return new Readers() {
      @Override
      public void feedback(Feedback feedback) {
        onTopics.feedback(feedback);
        threads.note(feedback);
      }

      @Override
      public void silence(Silence silence) {
        onTopics.silence(silence);
        threads.note(silence);
      }

      @Override
      public boolean heard() {
        return lease.holds();
      }
    };
  }

  private void note(Waiting waiting) {
    threads.note(waiting.delivery(), waiting.leftBehind());
    synchronized (recent) {
      recent.put(waiting.delivery().alertOffset(), waiting.alert());
    }
  }

  private @Nullable Alert alert(long offset) {
    synchronized (recent) {
      Alert known = recent.get(offset);
      if (known != null) {
        return known;
      }
    }
    try {
      Alert alert = readAgain(offset);
      if (alert != null) {
        synchronized (recent) {
          recent.put(offset, alert);
        }
      }
      return alert;
    } catch (KafkaException e) {
      log.atWarn().addKeyValue("offset", offset).addKeyValue("problem", e.getMessage())
          .log("an alert could not be read again; its thread is shown without");
      return null;
    }
  }

  private synchronized @Nullable Alert readAgain(long offset) {
    if (closed) {
      return null;
    }
    TopicReader<Alert> open = reader;
    if (open == null) {
      open = new TopicReader<>(
          context.kafka(), clientId + "-told", context.topics().alerts(), READ_AGAIN_WITHIN);
      reader = open;
    }
    ConsumerRecord<String, byte[]> record = open.recordAt(offset);
    return record == null ? null : open.value(record);
  }

  @Override
  public void close() {
    onTopics.close();
    closeReader();
  }

  private synchronized void closeReader() {
    closed = true;
    TopicReader<Alert> open = reader;
    reader = null;
    if (open != null) {
      open.close();
    }
  }
}
