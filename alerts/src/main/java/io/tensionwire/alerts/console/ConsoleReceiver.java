package io.tensionwire.alerts.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Rate;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.receiver.Receiver;
import java.io.Console;
import java.io.PrintStream;

/** Prints alerts, each in one piece, so that several threads may print to the same stream. */
public final class ConsoleReceiver implements Receiver {

  private final String name;
  private final PrintStream out;
  private final ConsoleText text;

  /** @param ansi whether the stream shows colours and bold */
  public ConsoleReceiver(String name, PrintStream out, boolean ansi) {
    this.name = name;
    this.out = out;
    this.text = new ConsoleText(ansi);
  }

  /** On standard output; in colour where that is a terminal and <a href="https://no-color.org">NO_COLOR</a> is not set. */
  public static ConsoleReceiver onStandardOutput(String name) {
    return new ConsoleReceiver(name, inUtf8(System.out), ansiOnStandardOutput());
  }

  /** Without a locale, as in most containers, standard output would turn Korean and Russian into question marks. */
  static PrintStream inUtf8(PrintStream out) {
    return out.charset().equals(UTF_8) ? out : new PrintStream(out, false, UTF_8);
  }

  /** Whether standard output is a terminal that may be given colours. */
  public static boolean ansiOnStandardOutput() {
    String noColor = System.getenv("NO_COLOR");
    Console console = System.console();
    return (noColor == null || noColor.isEmpty())
        && !"dumb".equals(System.getenv("TERM"))
        && console != null
        && console.isTerminal();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean showsEdits() {
    return true;
  }

  @Override
  public Rate rate() {
    return Rate.UNLIMITED;
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    return print(text.of(dispatch.message()));
  }

  @Override
  public Outcome send(Notice notice) {
    return print(text.of(notice));
  }

  private Outcome print(String told) {
    synchronized (out) {
      out.print(told);
      out.flush();
      // A closed pipe is all that a print stream can tell; it stays closed.
      return out.checkError() ? new Outcome.Rejected(Reason.UNREACHABLE, "the output is closed") : Outcome.delivered();
    }
  }
}
