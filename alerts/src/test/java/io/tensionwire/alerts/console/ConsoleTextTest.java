package io.tensionwire.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.Golden;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Alert;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<Alert> ALL =
      List.of(SampleAlerts.english(), SampleAlerts.korean(), SampleAlerts.russian(), SampleAlerts.escalated(),
          SampleAlerts.updated());

  @Test
  void withoutColoursThePhraseStandsInMarks() {
    Golden.assertIs("console.txt", text(false));
  }

  @Test
  void withColoursThePhraseIsBold() {
    Golden.assertIs("console.ansi", text(true));
  }

  @Test
  void withoutColoursThereIsNoEscape() {
    assertThat(text(false)).doesNotContain("\u001b");
  }

  private static String text(boolean ansi) {
    var form = new ConsoleText(ansi);
    return ALL.stream().map(alert -> form.of(Message.of(alert, PARIS))).collect(Collectors.joining());
  }
}
