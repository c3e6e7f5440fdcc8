package io.tensionwire.standalone.process;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tensionwire.service.Health;
import io.tensionwire.service.Pages;
import io.tensionwire.service.RoleContext;
import io.tensionwire.service.http.HttpConfig;
import io.tensionwire.service.http.OperationsServer;
import io.tensionwire.service.kafka.KafkaSettings;
import java.net.InetSocketAddress;
import java.time.Clock;

/** What a process gives to the roles in it: metrics, a place to say how they are, and somebody to tell of a bug. */
public final class Host implements AutoCloseable {

  private final Ending ending;
  private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Health health = new Health();
  private final Pages pages = new Pages();
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final OperationsServer operations;

  /**
   * Takes the port, so that nothing has begun where it is not to be had.
   *
   * @throws io.tensionwire.service.config.ConfigurationException if it is not to be had
   */
  public Host(HttpConfig http, Ending ending) {
    this.ending = ending;
    this.operations = new OperationsServer(http, health, pages, meters);
  }

  public void start() {
    new JvmMemoryMetrics().bindTo(meters);
    gc.bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    operations.start();
  }

  /** What surrounds a role in this process. */
  public RoleContext context(KafkaSettings kafka) {
    return new RoleContext(kafka, Clock.systemUTC(), meters, health, pages, ending::bug);
  }

  /** Where {@code /readyz} and the others are. */
  public InetSocketAddress address() {
    return operations.address();
  }

  @Override
  public void close() {
    operations.close();
    gc.close();
    meters.close();
  }
}
