package io.tensionwire.standalone.proof;

import io.tensionwire.broker.EmbeddedBroker;
import java.nio.file.Path;

/** A broker as a process of its own: {@code <folder> <port>}. It ends when it is killed. */
final class BrokerMain {

  static final String READY = "the broker answers";

  private BrokerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      System.out.println(READY + " on " + broker.bootstrapServers());
      Thread.currentThread().join();
    }
  }
}
