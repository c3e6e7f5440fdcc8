package io.tensionwire.standalone.demo;

import io.tensionwire.fixtures.samples.SampleSite;
import io.tensionwire.fixtures.samples.SampleWeb;
import io.tensionwire.fixtures.samples.Samples;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.standalone.process.Ending;
import io.tensionwire.standalone.process.Parts;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--slack",
      paramLabel = "ADDRESS:PORT",
      description = "Plays a Slack there, too, with the channel " + DemoConfiguration.CHANNEL + "; its page shows the messages.")
  private @Nullable String slack;

  @Override
  public Integer call() throws InterruptedException {
    var ending = new Ending();
    try (var signals = ending.onSignal();
        var web = SampleWeb.start(Samples.all(), Clock.systemUTC(), 1, address("--listen", listen), host);
        var played = new Parts()) {
      PrintWriter out = spec.commandLine().getOut();
      for (SampleSite site : web.sites()) {
        out.println(web.feed(site) + "  " + site.outlet());
      }
      if (slack != null) {
        FakeSlack started = played.add("slack", FakeSlack.start(host, address("--slack", slack), Clock.systemUTC()));
        out.println(started.channel(DemoConfiguration.CHANNEL, "newsroom").uri() + "  Slack (SAMPLE)");
      }
      ending.await();
    } catch (UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), "--listen: " + listen + " or the ports after it are taken"
              + (slack == null ? "" : ", or --slack: " + slack + " is"));
    }
    return ending.exitCode();
  }

  private InetSocketAddress address(String option, String given) {
    int colon = given.lastIndexOf(':');
    try {
      return new InetSocketAddress(given.substring(0, Math.max(0, colon)), Integer.parseInt(given.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), option + ": " + given + " is not an address and a port; write it like 127.0.0.1:8100");
    }
  }
}
