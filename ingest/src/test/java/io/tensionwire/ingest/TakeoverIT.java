package io.tensionwire.ingest;

import static io.tensionwire.ingest.Newsroom.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Instances come and go while feeds publish. That one is killed is a proof of its own, with processes. */
@Timeout(180)
class TakeoverIT {

  private static final int SHOWN = 120;

  @TempDir static Path data;

  private final AtomicInteger published = new AtomicInteger();

  @Test
  void everyEntryIsToldOnceWhileInstancesComeAndGo() throws Exception {
    try (var broker = EmbeddedBroker.start(data);
        var room = new Newsroom(broker, "takeover");
        ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor()) {
      publish(room);
      publisher.scheduleAtFixedRate(() -> publish(room), 0, 400, TimeUnit.MILLISECONDS);

      var first = room.start(room.config("/feed.xml"));
      await().atMost(Duration.ofSeconds(40)).until(() -> room.articles().size() > 3);
      var second = room.start(room.config("/feed.xml"));
      first.close();
      int before = room.articles().size();
      await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().size() > before + 3);
      room.start(room.config("/feed.xml"));
      second.close();
      int after = room.articles().size();
      await().atMost(Duration.ofSeconds(30)).until(() -> room.articles().size() > after + 3);
      publisher.shutdown();
      publisher.awaitTermination(5, TimeUnit.SECONDS);

      List<String> all = new ArrayList<>();
      for (int i = 1; i <= published.get(); i++) {
        all.add("Entry " + i + " r1");
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> room.told().size() >= all.size());
      assertThat(room.told()).containsExactlyInAnyOrderElementsOf(all);
      assertThat(room.bugs).isEmpty();
    }
  }

  /** One more; those before stay for some seconds, as an instance needs to go on for another. */
  private void publish(Newsroom room) {
    int newest = published.incrementAndGet();
    List<String> items = new ArrayList<>();
    for (int i = newest; i > Math.max(0, newest - SHOWN); i--) {
      items.add(room.item("e" + i, "Entry " + i));
    }
    room.web.answer("/feed.xml", Answer.xml(rss(items.toArray(String[]::new))));
  }
}
