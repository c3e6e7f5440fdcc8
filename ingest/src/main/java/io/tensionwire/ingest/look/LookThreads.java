package io.tensionwire.ingest.look;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The threads on which a partition is looked at again, until it is given up. */
public final class LookThreads implements Executor, AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Consumer<Throwable> onBug;

  public LookThreads(Consumer<Throwable> onBug) {
    this.onBug = onBug;
  }

  public void start(LaterLooks looks) {
    threads.execute(() -> {
      try {
        looks.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // Given up.
      } catch (RuntimeException | Error e) {
        onBug.accept(e);
      }
    });
  }

  @Override
  public void execute(Runnable look) {
    threads.execute(look);
  }

  /** What is looked at is looked at again by the next owner. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
