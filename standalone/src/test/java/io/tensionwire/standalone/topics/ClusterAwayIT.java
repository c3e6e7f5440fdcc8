package io.tensionwire.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.service.kafka.KafkaSettings;
import io.tensionwire.service.kafka.TopicProvisioner;
import io.tensionwire.standalone.process.RunFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClusterAwayIT {

  @Test
  @Timeout(60)
  void aCommandSaysSoWhenItHasWaitedAndIsOver() {
    var away = KafkaSettings.at("127.0.0.1:1");
    long start = System.nanoTime();

    assertThatThrownBy(() -> TopicsCommand.found(away, TopicProvisioner::ensure, List.of(away.topics().silences())))
        .isInstanceOf(RunFailure.class)
        .hasMessage("Kafka at 127.0.0.1:1 does not answer within 10 s");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }
}
