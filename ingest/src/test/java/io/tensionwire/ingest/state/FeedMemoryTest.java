package io.tensionwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.BodySource;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Id;
import io.tensionwire.model.Json;
import io.tensionwire.model.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedMemoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final FeedState POLL = FeedState.unknown("site.example/all");

  private final FeedMemory memory = new FeedMemory(POLL);

  @Test
  void theStateOfAFeedWithLongAddressesFitsIntoARecordAndKeepsTheMostRecent() {
    for (int i = 0; i < FeedState.MAX_SEEN; i++) {
      memory.remember(seen(i + "가".repeat(380), "https://site.example/" + "a".repeat(1_900) + i, NOW.plusSeconds(i)));
    }

    FeedState state = memory.state();

    assertThat(Json.write(state).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_600_000);
    assertThat(state.seen()).hasSizeGreaterThan(300);
    assertThat(state.seen().getFirst().firstSeenAt()).isEqualTo(NOW.plusSeconds(FeedState.MAX_SEEN - 1));
  }

  @Test
  void anOrdinaryFeedIsRememberedWhole() {
    for (int i = 0; i < FeedState.MAX_SEEN; i++) {
      memory.remember(seen("https://site.example/news/2026/11/20/" + i, "https://site.example/news/2026/11/20/" + i, NOW));
    }

    assertThat(memory.state().seen()).hasSize(FeedState.MAX_SEEN);
  }

  @Test
  void whatLeftTheFeedTwoWeeksAgoIsForgottenAndNamed() {
    memory.remember(seen("old", "https://site.example/old", NOW.minus(Duration.ofDays(15))));
    memory.remember(seen("shown", "https://site.example/shown", NOW.minus(Duration.ofDays(15))));

    Set<String> forgotten = memory.polled(POLL, Set.of("shown"), NOW);

    assertThat(forgotten).containsExactly("article of old");
    assertThat(memory.find("old", "https://site.example/old")).isNull();
    assertThat(memory.find("shown", "")).isNotNull();
  }

  @Test
  void anArticleThatAnotherEntryStillHoldsIsNotForgotten() {
    memory.remember(seen("old", "https://site.example/a", NOW.minus(Duration.ofDays(15))));
    memory.remember(new Seen("new", "https://site.example/a", "article of old", 2, "h", "c", BodySource.PAGE, NOW, NOW, NOW));

    assertThat(memory.polled(POLL, Set.of("new"), NOW)).isEmpty();
  }

  @Test
  void aFeedWhosePagesWereStillAwaitedIsAskedWhole() {
    var state = POLL.toBuilder().validators("\"v2\"", "Fri").bodyHash("hash")
        .seen(List.of(new Seen("a", "https://site.example/a", "id", 1, "", "content", BodySource.FEED, NOW, NOW, NOW)))
        .build();

    FeedState poll = new FeedMemory(state).poll();

    assertThat(poll.etag()).isNull();
    assertThat(poll.lastModified()).isNull();
    assertThat(poll.bodyHash()).isNull();
  }

  private static Seen seen(String key, String url, Instant at) {
    String article = key.length() > 100 ? Id.of(key) : "article of " + key;
    return new Seen(key, url, article, 1, "0".repeat(24), "0".repeat(64), BodySource.PAGE, at, at, at);
  }
}
