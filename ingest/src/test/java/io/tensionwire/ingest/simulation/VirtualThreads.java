package io.tensionwire.ingest.simulation;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of a {@link VirtualTime}: platform threads, which tell it when they begin and when they end. */
final class VirtualThreads {

  private static final long STACK_BYTES = 512 * 1024;

  private final VirtualTime time;
  private final ThreadPoolExecutor pool;
  private final List<Group> groups = new CopyOnWriteArrayList<>();

  VirtualThreads(VirtualTime time) {
    this.time = time;
    this.pool = new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
          var thread = new Thread(null, task, "simulated", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        });
  }

  ExecutorService open() {
    var group = new Group();
    groups.add(group);
    return group;
  }

  void closeAll() {
    groups.forEach(Group::shutdownNow);
    pool.shutdownNow();
  }

  boolean awaitEnd(long most, TimeUnit unit) throws InterruptedException {
    return pool.awaitTermination(most, unit);
  }

  /** Tasks that end together. */
  private final class Group extends AbstractExecutorService {
    private final List<FutureTask<?>> running = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    @Override
    public void execute(Runnable task) {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
      var tracked = task instanceof FutureTask<?> future ? future : new FutureTask<@Nullable Void>(task, null);
      running.add(tracked);
      time.submitted();
      try {
        pool.execute(() -> run(tracked));
      } catch (RejectedExecutionException e) {
        time.rejected();
        throw e;
      }
    }

    private void run(FutureTask<?> task) {
      time.started();
      try {
        task.run();
      } finally {
        running.remove(task);
        Thread.interrupted(); // Meant for the task, not for the next one on this thread.
        time.ended();
      }
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
      return new FutureTask<>(callable) {
        @Override
        protected void done() {
          time.done(this);
        }
      };
    }

    @Override
    public void shutdown() {
      closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      closed = true;
      running.forEach(task -> task.cancel(true));
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return closed;
    }

    @Override
    public boolean isTerminated() {
      return closed && running.isEmpty();
    }

    @Override
    public boolean awaitTermination(long most, TimeUnit unit) {
      return isTerminated();
    }
  }
}
