package io.tensionwire.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogsTest {

  @Test
  void whatAStrangerSaysIsOneLineOfPlainText() throws Exception {
    var context = new LoggerContext();
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogsTest.class.getResource("/logback.xml"));
    var layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(context.getProperty("pattern"));
    layout.start();
    var event = new LoggingEvent(
        "", context.getLogger("x"), Level.WARN, "said \u001b[2J\nERROR forged", null, new Object[0]);
    event.setKeyValuePairs(List.of(new KeyValuePair("reason", "a\r\n\u202Eb \u2028 c\u009b")));

    String line = layout.doLayout(event);

    assertThat(line).endsWith("said  [2J ERROR forged reason=\"a b   c \"\n").doesNotContain("\u001b");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void kafkasClientsAreQuietAboutABrokerThatIsAwayAndOurOwnWordsAreNot() throws Exception {
    var context = new LoggerContext();
    var configurator = new JoranConfigurator();
    configurator.setContext(context);

    configurator.doConfigure(LogsTest.class.getResource("/logback.xml"));

    assertThat(context.getLogger("org.apache.kafka.clients.NetworkClient").getEffectiveLevel()).isEqualTo(Level.ERROR);
    assertThat(context.getLogger("io.tensionwire.ingest").getEffectiveLevel()).isEqualTo(Level.INFO);
  }
}
