package io.tensionwire.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.service.config.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndingTest {

  private final Ending ending = new Ending();

  @Test
  void anEndThatWasAskedForIsNoFailure() throws Exception {
    ending.ask();

    assertThat(ending.await(Duration.ZERO)).isTrue();
    assertThat(ending.exitCode()).isZero();
  }

  @Test
  void aBugIsTheEndAndAFailure() throws Exception {
    ending.bug(new IllegalStateException("a bug of this test"));

    assertThat(ending.await(Duration.ZERO)).isTrue();
    assertThat(ending.exitCode()).isEqualTo(1);
  }

  @Test
  void aConfigurationThatKafkaRefusesIsTheEndAndTheUsersToMend() throws Exception {
    ending.bug(new ConfigurationException("topic news.alerts has 3 partitions instead of 1"));

    assertThat(ending.await(Duration.ZERO)).isTrue();
    assertThat(ending.exitCode()).isEqualTo(2);
  }
}
