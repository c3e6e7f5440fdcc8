package io.tensionwire.standalone.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theSameAddressAgainIsARevision() {
    List<Article> articles = articles("""
        {"id":"a","title":"One","text":"x","url":"https://gazette.example/1","publishedAt":"2026-03-02T09:00:00Z"}
        {"id":"b","title":"Two","text":"x","url":"https://gazette.example/2","publishedAt":"2026-03-02T09:01:00Z"}
        {"id":"c","title":"One, revised","text":"x","url":"https://gazette.example/1","publishedAt":"2026-03-02T09:02:00Z"}
        """);

    assertThat(articles).extracting(Article::revision).containsExactly(1, 1, 2);
    assertThat(articles.get(2).id()).isEqualTo(articles.get(0).id()).isNotEqualTo(articles.get(1).id());
  }

  @Test
  void aBadLineIsSaidWithItsNumberAndTheRestGoOn() {
    List<ArticleSource.Item> items = items("""
        {"id":"a","title":"One","text":"x"}

        nonsense
        {"id":"b","title":"Two","text":"x","publishedAt":"yesterday"}
        {"id":"c","title":"","text":""}
        {"id":"d","title":"Four","text":"x"}
        """);

    assertThat(items).extracting(ArticleSource.Item::id).containsExactly("a", null, "b", "c", "d");
    assertThat(items.get(1).error()).startsWith("line 3 is not JSON");
    assertThat(items.get(2).error()).contains("line 4 publishedAt");
    assertThat(items.get(3).error()).isEqualTo("has neither title nor text");
    assertThat(items.get(4).article()).isNotNull();
  }

  @Test
  void anUndatedLineArrivesWithItsNeighbours() {
    List<Article> articles = articles("""
        {"id":"a","title":"One","text":"x"}
        {"id":"b","title":"Two","text":"x","publishedAt":"2026-03-02T09:00:00Z"}
        {"id":"c","title":"Three","text":"x"}
        """);

    assertThat(articles.get(2).eventAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(articles.get(0).eventAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
  }

  @Test
  void linesWithoutAnyDateArriveNow() {
    assertThat(articles("{\"id\":\"a\",\"title\":\"One\",\"text\":\"x\"}").getFirst().eventAt()).isEqualTo(NOW);
  }

  @Test
  void itSaysHowFarItIs() {
    byte[] bytes = "{\"id\":\"a\",\"title\":\"One\",\"text\":\"x\"}".getBytes(UTF_8);
    var known = new JsonLines(new ByteArrayInputStream(bytes), bytes.length, NOW);
    var unknown = new JsonLines(new ByteArrayInputStream(bytes), -1, NOW);

    known.next();
    unknown.next();

    assertThat(known.progress()).isEqualTo(1);
    assertThat(unknown.progress()).isNegative();
  }

  private static List<Article> articles(String lines) {
    return items(lines).stream().map(item -> requireNonNull(item.article(), () -> "" + item.error())).toList();
  }

  private static List<ArticleSource.Item> items(String lines) {
    List<ArticleSource.Item> items = new ArrayList<>();
    try (var source = new JsonLines(new ByteArrayInputStream(lines.getBytes(UTF_8)), -1, NOW)) {
      source.forEachRemaining(items::add);
    }
    return items;
  }
}
