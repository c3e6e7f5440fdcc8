package io.tensionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerIT {

  @TempDir Path data;

  @Test
  void whatItHoldsIsThereAfterARestartOnAnotherPort() throws Exception {
    try (var broker = EmbeddedBroker.start(data); var admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }

    try (var broker = EmbeddedBroker.start(data); var admin = admin(broker)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void refusesAFolderThatIsInUse() {
    try (var broker = EmbeddedBroker.start(data)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another Tensionwire")
          .hasMessageContaining("embedded.data");
      assertThat(broker.port()).isPositive();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
