package io.tensionwire.alerts.console;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Receiver;
import io.tensionwire.alerts.receiver.ReceiverContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleReceiverTest extends ReceiverContract {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Receiver receiver = new ConsoleReceiver("console", new PrintStream(bytes, false, UTF_8), false);

  @Override
  protected Receiver receiver() {
    return receiver;
  }

  @Override
  protected String told() {
    return bytes.toString(UTF_8);
  }

  @Test
  void aClosedOutputIsSaid() throws Exception {
    var broken = new PrintStream(new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }
    }, false, UTF_8);

    Outcome outcome = new ConsoleReceiver("console", broken, false)
        .send(Dispatch.of(alert().build(), Message.of(alert().build(), PARIS)));

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void withoutALocaleForeignTextIsStillReadable() throws Exception {
    var out = new ByteArrayOutputStream();
    PrintStream ascii = new PrintStream(out, false, US_ASCII);

    new ConsoleReceiver("console", ConsoleReceiver.inUtf8(ascii), false)
        .send(Dispatch.of(SampleAlerts.korean(), Message.of(SampleAlerts.korean(), PARIS)));

    assertThat(out.toString(UTF_8)).contains("상응하는 조치를 취하겠다");
  }
}
