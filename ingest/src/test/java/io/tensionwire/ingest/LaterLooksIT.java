package io.tensionwire.ingest;

import static io.tensionwire.ingest.Newsroom.page;
import static io.tensionwire.ingest.Newsroom.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.broker.EmbeddedBroker;
import io.tensionwire.fixtures.web.Answer;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LaterLooksIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path data;
  static EmbeddedBroker broker;
  Newsroom room;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    room = new Newsroom(broker, test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    room.close();
    assertThat(room.bugs).isEmpty();
  }

  @Test
  void aDetectedArticleIsReadAgainAndWhatChangedIsARevision() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"), room.item("b", "Second"))));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")));
    room.web.answer("/article/b", Answer.html(page("Second", "Beta happened.")));
    room.start(room.config("/feed.xml"));
    await().atMost(PATIENCE).until(() -> room.told().size() == 2);
    room.detect(room.articles().stream().filter(a -> a.title().equals("First")).findFirst().orElseThrow());
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened, and more followed.")));

    room.pass(Duration.ofMinutes(16));

    await().atMost(PATIENCE).until(() -> room.told().contains("First r2"));
    Article revision = room.articles().stream().filter(a -> a.revision() == 2).findFirst().orElseThrow();
    assertThat(revision.changed()).containsExactly("body");
    assertThat(revision.summary()).isEqualTo("What happened in a.");
    assertThat(room.web.requests("/article/b")).hasSize(1);

  }

  @Test
  void anArticleWhosePageIsGoneIsToldGoneByWhoeverOwnsItThen() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))));
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")));
    var before = room.start(room.config("/feed.xml"));
    await().atMost(PATIENCE).until(() -> room.told().contains("First r1"));
    room.detect(room.articles().getFirst());
    room.web.answer("/article/a", Answer.status(404));
    room.pass(Duration.ofMinutes(16));
    await().atMost(PATIENCE).until(() -> room.web.requests("/article/a").size() == 2);
    await().until(() -> room.state("/feed.xml").seen().getFirst().looks() == 1);
    assertThat(room.told()).containsExactly("First r1");
    before.close();

    room.start(room.config("/feed.xml"));
    room.pass(Duration.ofMinutes(6));

    await().atMost(PATIENCE).until(() -> room.told().contains("First r2"));
    Article gone = room.articles().getLast();
    assertThat(gone.status()).isEqualTo(ArticleStatus.GONE);
    assertThat(gone.changed()).containsExactly("status");
    assertThat(gone.body()).startsWith("Alpha happened.");
  }

  @Test
  void aPageThatCouldNotBeHadIsAskedAgainThoughItsFeedDoesNotChange() {
    room.web.answer("/feed.xml", Answer.xml(rss(room.item("a", "First"))).withEtag("\"v1\""));
    room.web.answer("/article/a", Answer.status(503));
    room.start(room.config("/feed.xml"));
    await().atMost(PATIENCE).until(() -> room.told().contains("First r1"));
    assertThat(room.articles().getFirst().pageProblem()).isNotNull();
    room.web.answer("/article/a", Answer.html(page("First", "Alpha happened.")));

    room.pass(Duration.ofSeconds(61));

    await().atMost(PATIENCE).until(() -> room.told().contains("First r2"));
    assertThat(room.articles().getLast().body()).startsWith("Alpha happened.");
    assertThat(room.articles().getLast().pageProblem()).isNull();
  }
}
