package io.tensionwire.detection.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryTrailTest {

  private static final Duration OPEN = Duration.ofHours(72);
  private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-04T09:00:00Z");

  @Test
  void aStoryReachesAsFarFromItsEventsAsItIsOpen() {
    StoryTrail trail = new StoryTrail("s");
    trail.add(FollowedArticle.first(Sample.of("b").at(LAST).detection(), "s"));
    trail.add(FollowedArticle.first(Sample.of("a").at(FIRST).detection(), "s"));

    assertThat(trail.reaches(LAST.plus(OPEN), OPEN)).isTrue();
    assertThat(trail.reaches(LAST.plus(OPEN).plusSeconds(1), OPEN)).isFalse();
    assertThat(trail.reaches(FIRST.minus(OPEN), OPEN)).isTrue();
    assertThat(trail.reaches(FIRST.minus(OPEN).minusSeconds(1), OPEN)).isFalse();
  }

  @Test
  void theTimeThatItSpansStaysWhenAnArticleIsForgotten() {
    StoryTrail trail = new StoryTrail("s");
    trail.add(FollowedArticle.first(Sample.of("a").at(FIRST).detection(), "s"));
    trail.add(FollowedArticle.first(Sample.of("b").at(LAST).detection(), "s"));

    trail.remove("b");

    assertThat(trail.reaches(LAST.plus(OPEN), OPEN)).isTrue();
  }
}
