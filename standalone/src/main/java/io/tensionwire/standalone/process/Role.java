package io.tensionwire.standalone.process;

/** One of the apps, as the process that runs it sees it. */
public interface Role extends AutoCloseable {

  void start() throws InterruptedException;

  /** A role out of an app's two methods. */
  static Role of(Starting start, Runnable close) {
    return new Role() {
      @Override
      public void start() throws InterruptedException {
        start.start();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }

  /** An app's {@code start()}. */
  interface Starting {
    void start() throws InterruptedException;
  }
}
