package io.tensionwire.processor;

import io.tensionwire.service.Backoff;
import io.tensionwire.service.Health;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a thread of Streams dies: it is replaced, after a pause, where the world is to blame, such as a
 * broker that is away or refuses; all else is a bug, and ends the process.
 */
final class ThreadDeath implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ThreadDeath.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

  private final Health.Check check;
  private final Consumer<Throwable> onBug;
  private final AtomicInteger deaths = new AtomicInteger();

  ThreadDeath(Health.Check check, Consumer<Throwable> onBug) {
    this.check = check;
    this.onBug = onBug;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable e) {
    if (!ofTheWorld(e)) {
      check.notReady("stopped by a bug: " + e);
      onBug.accept(e);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    Duration pause = BACKOFF.after(deaths.incrementAndGet(), ThreadLocalRandom.current());
    check.notReady(String.valueOf(e.getMessage()));
    log.atWarn()
        .addKeyValue("problem", e.toString())
        .addKeyValue("retryInMs", pause.toMillis())
        .log("a thread of the processor is replaced");
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** The topology runs again: the next failure is the first. */
  void recovered() {
    deaths.set(0);
  }

  static boolean ofTheWorld(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case SerializationException _, RecordTooLargeException _, RecordBatchTooLargeException _ -> {
          return false;
        }
        case ApiException _, MissingSourceTopicException _, LockException _ -> {
          return true;
        }
        default -> {
          // Its cause may tell.
        }
      }
    }
    return false;
  }
}
