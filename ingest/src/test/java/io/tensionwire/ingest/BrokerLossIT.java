package io.tensionwire.ingest;

import static io.tensionwire.ingest.Newsroom.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BrokerLossIT {

  @TempDir Path data;

  @Test
  void aLostBrokerIsWaitedForAndNothingIsLostOrToldTwice() {
    var broker = EmbeddedBroker.start(data);
    int port = broker.port();
    try (var room = new Newsroom(broker, "loss")) {
      room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
      room.start(room.config("/feed.xml"));
      await().atMost(Duration.ofSeconds(40)).until(() -> room.told().contains("First r1"));

      broker.close();
      room.web.answer("/feed.xml", Answer.xml(rss(room.item("b", "Second"), room.item("a", "First"))));
      // As long as a broker that is restarted by hand may be away, all the time not ready.
      await().atMost(Duration.ofSeconds(60)).until(() -> !room.health.ready());
      await().during(Duration.ofSeconds(30)).atMost(Duration.ofSeconds(45)).until(() -> !room.health.ready());
      broker = EmbeddedBroker.start(data, port);

      await().atMost(Duration.ofSeconds(60)).until(() -> room.told().contains("Second r1"));
      await().atMost(Duration.ofSeconds(60)).until(room.health::ready);
      int asked = room.web.requests("/feed.xml").size();
      await().until(() -> room.web.requests("/feed.xml").size() >= asked + 3);
      assertThat(room.told()).containsExactly("First r1", "Second r1");
      assertThat(room.bugs).isEmpty();
    } finally {
      broker.close();
    }
  }
}
