package io.tensionwire.alerts.feed;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Alert;
import io.tensionwire.service.Backoff;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.kafka.TopicReader;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows {@code news.alerts} and shows its end at {@link #PATH}. Nothing of it is needed to tell anybody anything. */
public final class AlertFeed implements AutoCloseable {

  public static final String PATH = "/feed.atom";

  private static final Logger log = LoggerFactory.getLogger(AlertFeed.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final RoleContext context;
  private final RecentAlerts recent;
  private final Thread thread;

  /** @param words how an alert is told */
  public AlertFeed(RoleContext context, Function<Alert, Message> words) {
    this.context = context;
    this.recent = new RecentAlerts(words);
    this.thread = Thread.ofPlatform().name("alerts-feed").daemon().unstarted(this::follow);
  }

  public void start() {
    context.pages().show(PATH, recent::feed);
    thread.start();
  }

  private void follow() {
    try {
      read();
    } catch (RuntimeException | Error e) {
      context.onBug().accept(e);
    }
  }

  private void read() {
    for (int failures = 1; !Thread.currentThread().isInterrupted(); failures++) {
      try (var reader =
          new TopicReader<>(context.kafka(), "tensionwire-alerts-feed", context.topics().alerts(), TIMEOUT)) {
        reader.readValuesToEnd(recent::add);
        while (!Thread.currentThread().isInterrupted()) {
          reader.poll(POLL).forEach(record -> {
            Alert alert = reader.value(record);
            if (alert != null) {
              recent.add(alert);
            }
          });
          failures = 1;
        }
      } catch (InterruptException | WakeupException e) {
        return;
      } catch (KafkaException e) {
        Duration pause = BACKOFF.after(failures, ThreadLocalRandom.current());
        log.atDebug().addKeyValue("problem", e.getMessage()).log("the feed of alerts waits for Kafka");
        try {
          Thread.sleep(pause);
        } catch (InterruptedException closed) {
          return;
        }
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (thread.getState() != Thread.State.NEW) {
      thread.interrupt();
      thread.join(STOP_WITHIN);
    }
  }
}
