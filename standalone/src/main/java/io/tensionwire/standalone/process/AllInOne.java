package io.tensionwire.standalone.process;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process with all roles in it, and with a broker where none is configured. */
public final class AllInOne {

  private static final Logger log = LoggerFactory.getLogger(AllInOne.class);

  private final Roles roles;
  private final KafkaSettings kafka;
  private final Path data;
  private final HttpConfig http;
  private final PrintStream out;
  private final Ending ending = new Ending();

  /** @param data where the broker keeps its files, if it is ours */
  public AllInOne(Roles roles, KafkaSettings kafka, Path data, HttpConfig http, PrintStream out) {
    this.roles = roles;
    this.kafka = kafka;
    this.data = data;
    this.http = http;
    this.out = out;
  }

  /**
   * Runs until a signal or a bug ends it.
   *
   * @return the exit code
   * @throws RunFailure if the broker cannot start
   */
  public int run() throws InterruptedException {
    try (var signals = ending.onSignal(); var parts = new Parts()) {
      Host host = parts.add("operations", new Host(http, ending));
      KafkaSettings cluster = kafka.bootstrapServers() == null ? withBroker(parts) : kafka;
      host.start();
      roles.start(host.context(cluster), parts);
      banner(host, cluster);
      ending.await();
      log.atInfo().log("ending");
    }
    return ending.exitCode();
  }

  private KafkaSettings withBroker(Parts parts) {
    try {
      String address = parts.add("broker", EmbeddedBroker.start(data)).bootstrapServers();
      parts.add("announcement", RunningBroker.announce(data, address));
      return kafka.withBootstrapServers(address);
    } catch (IllegalStateException e) {
      throw new RunFailure(String.valueOf(e.getMessage()));
    }
  }

  private void banner(Host host, KafkaSettings cluster) {
    String site = "http://" + host.address().getHostString() + ":" + host.address().getPort();
    out.println("Tensionwire reads " + roles.feeds() + " feeds; alerts go to: " + roles.receivers() + ".");
    out.println("State of things: " + site + "/readyz, metrics: " + site + "/metrics. Ctrl-C ends it.");
    out.println(kafka.bootstrapServers() == null
        ? "Kafka: its own broker at " + cluster.bootstrapServers() + ", files in " + data + "."
        : "Kafka: " + cluster.bootstrapServers() + ".");
  }
}
