package io.tensionwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.ingest.identity.EntryIdentity;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.FeedState;
import io.tensionwire.model.Id;
import io.tensionwire.model.Json;
import io.tensionwire.model.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedMemoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final FeedState POLL = FeedState.unknown("site.example/all");

  private final FeedMemory memory = new FeedMemory(POLL);

  @Test
  void aLongFeedIsRememberedInLessThanHalfOfARecord() {
    Set<String> shown = new HashSet<>();
    for (int i = 0; i < FeedState.MAX_SEEN + 100; i++) {
      memory.put(seen(EntryIdentity.keyOf("https://site.example/news/" + i), NOW.plusMillis(i)));
      shown.add(EntryIdentity.keyOf("https://site.example/news/" + i));
    }

    memory.polled(POLL, shown, NOW.plusSeconds(60));

    FeedState state = memory.state();
    assertThat(state.seen()).hasSize(FeedState.MAX_SEEN);
    assertThat(Json.write(state).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
  }

  @Test
  void theOldestGiveWayWhereThereAreTooMany() {
    Set<String> shown = new HashSet<>();
    for (int i = 0; i <= FeedState.MAX_SEEN; i++) {
      memory.put(seen("key" + i, NOW.plusMillis(i)));
      shown.add("key" + i);
    }

    List<Seen> forgotten = memory.polled(POLL, shown, NOW.plusSeconds(60));

    assertThat(forgotten).extracting(Seen::key).containsExactly("key0");
    assertThat(memory.get("key0")).isNull();
    assertThat(memory.get("key1")).isNotNull();
  }

  @Test
  void whatLeftTheFeedTwoWeeksAgoIsForgotten() {
    memory.put(seen("old", NOW.minus(Duration.ofDays(15))));
    memory.put(seen("newer", NOW.minus(Duration.ofDays(13))));
    memory.put(seen("shown", NOW.minus(Duration.ofDays(15))));

    List<Seen> forgotten = memory.polled(POLL, Set.of("shown"), NOW);

    assertThat(forgotten).extracting(Seen::key).containsExactly("old");
    assertThat(memory.get("old")).isNull();
    assertThat(memory.get("newer")).isNotNull();
    assertThat(memory.get("shown")).isNotNull();
  }

  @Test
  void aPollThatBroughtNothingForgetsNothing() {
    memory.put(seen("old", NOW.minus(Duration.ofDays(15))));

    assertThat(memory.polled(POLL, Set.of(), NOW)).isEmpty();
    assertThat(memory.get("old")).isNotNull();
  }

  @Test
  void aGuidThatChangedTakesThePlaceOfTheFormer() {
    Seen told = seen("one", NOW).toBuilder().address("a").build();
    memory.put(told);
    memory.put(Seen.builder("two", told.articleId(), NOW).address("a").entryHash("h2").build());

    List<Seen> forgotten = memory.polled(POLL, Set.of("two"), NOW.plusSeconds(60));

    assertThat(forgotten).isEmpty();
    assertThat(memory.get("one")).isNull();
    assertThat(memory.get("two")).satisfies(heir -> {
      assertThat(heir.tells()).isTrue();
      assertThat(heir.contentHash()).isEqualTo(told.contentHash());
      assertThat(heir.entryHash()).isEqualTo("h2");
    });
  }

  @Test
  void aFeedWithEntriesToBeLookedAtAgainIsAskedWhole() {
    var state = POLL.toBuilder().validators("\"v2\"", "Fri").bodyHash("hash")
        .seen(List.of(seen("a", NOW).toBuilder().entryHash("").build()))
        .build();

    FeedState poll = new FeedMemory(state).poll();

    assertThat(poll.etag()).isNull();
    assertThat(poll.lastModified()).isNull();
    assertThat(poll.bodyHash()).isNull();
  }

  @Test
  void aFeedOfWhichAnEntryWasPassedOverIsAskedWholeOnce() {
    var result = POLL.toBuilder().validators("\"v2\"", null).bodyHash("hash").build();
    memory.again();

    memory.polled(result, Set.of("a"), NOW);
    assertThat(memory.poll().etag()).isNull();

    memory.polled(result, Set.of("a"), NOW);
    assertThat(memory.poll().etag()).isEqualTo("\"v2\"");
  }

  @Test
  void entriesAsStatesOfBeforeKnowThemAreFoundByGuidAndAddress() {
    String former = """
        {"feedId":"site.example/all","seen":[{"key":"tag:site.example,2026:7","canonicalUrl":"https://site.example/a?id=7",
         "articleId":"x","revision":2,"entryHash":"0123456789abcdef01234567","contentHash":"0123456789abcdef01234567",
         "bodySource":"page","firstSeenAt":"2026-11-20T10:00:00Z","lastSeenAt":"2026-11-20T10:00:00Z",
         "toldAt":"2026-11-20T10:00:00Z"}]}""";

    var restored = new FeedMemory(Json.read(former, FeedState.class));

    Seen seen = Objects.requireNonNull(restored.get(EntryIdentity.keyOf("tag:site.example,2026:7")));
    assertThat(seen.address()).isEqualTo(EntryIdentity.addressOf(URI.create("http://m.site.example/a?id=7")));
    assertThat(FormerSeen.isHashed(seen)).isTrue();
    assertThat(seen.articleId()).isEqualTo("x");
  }

  private static Seen seen(String key, Instant at) {
    return new Seen(
        key, key, key, Id.of(key), 1, "0".repeat(12), "0".repeat(26), "0".repeat(8), 0,
        BodySource.PAGE, null, null, 0, null, 0, null, at, at, at);
  }
}
