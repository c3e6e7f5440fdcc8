package io.tensionwire.alerts;

import io.tensionwire.alerts.delivery.Attempts;
import io.tensionwire.alerts.feed.AlertFeed;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.receiver.Haste;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverConfig;
import io.tensionwire.service.RoleContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alerts role: tells the newsroom, and keeps a ledger of what became of each alert at each receiver. */
public final class AlertsApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AlertsApp.class);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

  private final Map<String, Receiver> receivers;
  private final AlertsLoop loop;
  private final AlertFeed feed;
  private final Thread thread;
  private boolean started;
  private boolean closed;

  public AlertsApp(AlertsConfig config, RoleContext context) {
    this(config, context, receivers(config), new Attempts(config.giveUpAfter(), context.clock(), RandomGenerator.getDefault()).hurried(Haste.TIMES));
  }

  AlertsApp(AlertsConfig config, RoleContext context, Map<String, Receiver> receivers, Attempts attempts) {
    this.receivers = receivers;
    this.loop = new AlertsLoop(config, context, receivers, attempts);
    this.feed = new AlertFeed(
        context, alert -> Message.of(alert, config.zone(), config.templates(), Surroundings.NONE));
    this.thread = Thread.ofPlatform().name("alerts").daemon().unstarted(loop);
  }

  /** Returns at once; the role is ready when its check says so. */
  public synchronized void start() {
    if (!started && !closed) {
      started = true;
      thread.start();
      feed.start();
    }
  }

  /** Whether this instance is the one that tells; the others stand by. */
  boolean active() {
    return loop.active();
  }

  /** Tells nothing more, records what was told, and returns within seconds. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    loop.close();
    try {
      if (started && !thread.join(STOP_WITHIN)) {
        thread.interrupt();
        thread.join(STOP_WITHIN);
      }
      feed.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    receivers.values().forEach(AlertsApp::close);
  }

  private static void close(Receiver receiver) {
    try {
      receiver.close();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("receiver", receiver.name()).setCause(e).log("receiver did not close");
    }
  }

  static Map<String, Receiver> receivers(AlertsConfig config) {
    Map<String, Receiver> receivers = new LinkedHashMap<>();
    for (ReceiverConfig each : config.receivers()) {
      if (each instanceof ReceiverConfig.Off(String name, String variable)) {
        log.atInfo().addKeyValue("receiver", name).log("receiver is off: " + variable + " is not set");
      }
      each.open().ifPresent(receiver -> receivers.put(each.name(), receiver));
    }
    return receivers;
  }
}
