package io.tensionwire.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import org.junit.jupiter.api.Test;

class LogsTest {

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
