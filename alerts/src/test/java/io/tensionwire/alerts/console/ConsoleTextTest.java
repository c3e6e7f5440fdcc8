package io.tensionwire.alerts.console;

import static io.tensionwire.alerts.AlertBuilder.alert;
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
          SampleAlerts.updated(), SampleAlerts.easing(), SampleAlerts.mixed());

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

  @Test
  void noLineIsWiderThanATerminalWithoutItsColours() {
    Alert many = alert().headline("가나다 ".repeat(60)).outlet("한강일보 ".repeat(10)).counts(30, 12)
        .sources(
            SampleAlerts.source("Harbour Post ".repeat(4), "a"), SampleAlerts.source("Вестник бухты ".repeat(4), "b"))
        .signal("가나다 라마바 ".repeat(20) + "위협 경고 " + "사아자 ".repeat(20), "위협 경고").build();

    assertThat(new ConsoleText(false).of(Message.of(many, PARIS)).lines()).allSatisfy(line ->
        assertThat(line.codePoints().map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL ? 2 : 1)
            .sum()).isLessThanOrEqualTo(102));
  }

  private static String text(boolean ansi) {
    var form = new ConsoleText(ansi);
    return ALL.stream().map(alert -> form.of(Message.of(alert, PARIS))).collect(Collectors.joining());
  }
}
