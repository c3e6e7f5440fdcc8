package io.tensionwire.standalone.process;

import io.tensionwire.service.RoleContext;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.kafka.KafkaSettings;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process with one role in it, as in a container: runs until a signal or a bug ends it. */
public final class RoleProcess {

  private static final Logger log = LoggerFactory.getLogger(RoleProcess.class);

  private RoleProcess() {}

  /**
   * Runs a role.
   *
   * @param role makes the role, not started yet
   * @return the exit code
   */
  public static int run(String name, KafkaSettings kafka, HttpConfig http, Function<RoleContext, Role> role) {
    var ending = new Ending();
    try (var signals = ending.onSignal(); var parts = new Parts()) {
      Host host = parts.add("operations", new Host(http, ending));
      host.start();
      Role app = parts.add(name, role.apply(host.context(kafka)));
      app.start();
      log.atInfo()
          .addKeyValue("role", name)
          .addKeyValue("kafka", kafka.bootstrapServers())
          .addKeyValue("http", "http://" + host.address().getHostString() + ":" + host.address().getPort())
          .log("started");
      ending.await();
      log.atInfo().addKeyValue("role", name).log("ending");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ending.exitCode();
  }
}
