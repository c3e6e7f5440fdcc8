package io.tensionwire.standalone.demo;

import io.tensionwire.fixtures.samples.SampleSite;
import io.tensionwire.fixtures.samples.SampleWeb;
import io.tensionwire.fixtures.samples.Samples;
import io.tensionwire.standalone.process.Ending;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code samples}. */
@Command(
    name = "samples",
    description = "Serves the demo's invented news as feeds, for trying the roles out with no network.")
public final class SamplesCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:8100",
      description = "Where the first site is; the others take the ports after it. ${DEFAULT-VALUE} unless given.")
  private String listen = "";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description = "What the links in the feeds call this machine; ${DEFAULT-VALUE} unless given.")
  private String host = "";

  @Override
  public Integer call() throws InterruptedException {
    var ending = new Ending();
    try (var signals = ending.onSignal();
        var web = SampleWeb.start(Samples.all(), Clock.systemUTC(), 1, address(), host)) {
      PrintWriter out = spec.commandLine().getOut();
      for (SampleSite site : web.sites()) {
        out.println(web.feed(site) + "  " + site.outlet());
      }
      ending.await();
    } catch (UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), "--listen: " + listen + " or the ports after it are taken");
    }
    return ending.exitCode();
  }

  private InetSocketAddress address() {
    int colon = listen.lastIndexOf(':');
    try {
      return new InetSocketAddress(listen.substring(0, Math.max(0, colon)), Integer.parseInt(listen.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--listen: " + listen + " is not an address and a port; write it like 127.0.0.1:8100");
    }
  }
}
