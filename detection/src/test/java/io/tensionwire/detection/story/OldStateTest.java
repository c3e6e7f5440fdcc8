package io.tensionwire.detection.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.memory.HeapShelf;
import io.tensionwire.model.Json;
import io.tensionwire.model.StoryStatus;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What version 0.1 wrote into the stores is read, and followed. */
class OldStateTest {

  private static final String ARTICLE =
      """
      {"watchId":"korea-russia","articleId":"%s","revision":1,"storyId":"s1","fingerprint":"%s",\
      "eventAt":"2026-05-12T02:00:00Z","seenAt":"2026-05-12T02:01:00Z"}""";
  private static final String STORY =
      """
      {"id":"s1","watchId":"korea-russia","firstSeenAt":"2026-05-12T02:01:00Z","lastSeenAt":"2026-05-12T03:00:00Z",\
      "members":[{"source":{"articleId":"a1","revision":1,"title":"SAMPLE","url":"https://courier.example/a1",\
      "outlet":"Courier","language":"en","publishedAt":"2026-05-12T02:00:00Z"},"genre":"report","severity":"high",\
      "confidence":"single","polarity":"escalation","signals":[]}],"articleCount":1,"outlets":["Courier"],\
      "told":{"severity":"high","peak":"high","polarity":"escalation","headline":"SAMPLE","facts":[],"articleCount":1,\
      "outletCount":1}}""";

  @Test
  void aStoryIsOpenAndMovedLastWhenItWasLastSeen() throws IOException {
    StoryState story = Json.mapper().readValue(STORY, StoryState.class);

    assertThat(story.status()).isEqualTo(StoryStatus.OPEN);
    assertThat(story.mergedInto()).isNull();
    assertThat(story.movedAt()).isEqualTo(Instant.parse("2026-05-12T03:00:00Z"));
    assertThat(story.told()).isNotNull();
  }

  @Test
  void copiesOfAnOldArticleJoinItsStoryAndTellWhatItIsAbout() throws IOException {
    News wire = News.SEOUL_SUMMONS;
    HeapShelf<FollowedArticle> articles = new HeapShelf<>();
    HeapShelf<StoryState> stories = new HeapShelf<>();
    FollowedArticle old = Json.mapper().readValue(
        ARTICLE.formatted("a1", wire.detection().fingerprint()), FollowedArticle.class);
    articles.put(old.key(), old);
    stories.put("korea-russia/s1", Json.mapper().readValue(STORY, StoryState.class));
    StoryBook book = new StoryBook(articles, stories, StorySettings.USUAL);

    assertThat(old.portrait()).isNull();
    assertThat(book.follow(wire.named("copy").detection()).after().id()).isEqualTo("s1");
    assertThat(book.follow(News.SEOUL_SUMMONS_RU.detection()).after().id()).isEqualTo("s1");
  }

  @Test
  void whatIsWrittenNowIsReadBack() throws IOException {
    FollowedArticle article = FollowedArticle.first(News.SEOUL_SUMMONS.detection(), "s1");

    FollowedArticle read = Json.mapper().readValue(Json.mapper().writeValueAsBytes(article), FollowedArticle.class);

    assertThat(read).isEqualTo(article);
    assertThat(read.portrait()).isNotNull();
  }
}
