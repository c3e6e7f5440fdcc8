package io.tensionwire.standalone.process;

import io.tensionwire.service.config.ConfigurationException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a process that runs on comes to its end: somebody asks for it, or a bug forces it. The first word counts. */
public final class Ending {

  private static final Logger log = LoggerFactory.getLogger(Ending.class);

  /** Within what a process that was asked to end is gone. */
  private static final Duration PATIENCE = Duration.ofMillis(4500);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();

  /** The work is done, or nobody wants it any more. */
  public void ask() {
    asked.countDown();
  }

  /** Going on would be wrong: a bug, or a configuration of which that could not be known before Kafka answered. */
  public void bug(Throwable bug) {
    if (cause.compareAndSet(null, bug) && asked.getCount() > 0) {
      if (bug instanceof ConfigurationException) {
        log.atError().addKeyValue("problem", bug.getMessage()).log("the configuration is not usable: this process ends");
      } else {
        log.atError().setCause(bug).log("a bug: this process ends");
      }
    }
    asked.countDown();
  }

  public boolean asked() {
    return asked.getCount() == 0;
  }

  /** Returns when the end has come. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Returns when the end has come, or the time is up. */
  public boolean await(Duration time) throws InterruptedException {
    return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** 0 where the end was asked for, 1 after a bug, 2 where the configuration is not usable. */
  public int exitCode() {
    return switch (cause.get()) {
      case null -> 0;
      case ConfigurationException ignored -> 2;
      default -> 1;
    };
  }

  /**
   * From now on a signal is a question: whoever waits here closes what is open, and calls {@link Signals#close} when
   * that is done. The process then ends with {@link #exitCode}, and after a few seconds in any case.
   */
  public Signals onSignal() {
    var hook = new Thread(this::endBySignal, "signal");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      closed.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        log.atDebug().log("closed because of a signal: the hook ends the process");
      }
    };
  }

  /** What stands between a signal and the death of the process. */
  public interface Signals extends AutoCloseable {
    @Override
    void close();
  }

  private void endBySignal() {
    asked.countDown();
    try {
      if (!closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.atWarn().addKeyValue("afterMs", PATIENCE.toMillis()).log("not everything closed in time");
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Otherwise the code would be that of the signal.
    Runtime.getRuntime().halt(exitCode());
  }
}
