package io.tensionwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Genre;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PageExtractorTest {

  private static final String FIRST = "The foreign ministry spokesperson said on Friday that the decision would not be changed, "
      + "and that the embassy had been told of it in time.";
  private static final String SECOND = "A trade ministry official added that the list of goods would be looked at again in the "
      + "spring, after talks with the companies.";

  @Test
  void takesTheParagraphsAndLeavesWhatSurroundsThem() {
    var page = extract("<html lang=en><head><title>Decision stands | News</title></head><body><nav><a>Home</a></nav>"
        + "<div class=content><h1>Decision stands</h1><p>" + FIRST + "</p><div class='share-buttons'><p>Share this story with"
        + " all of your friends on every network there is.</p></div><p>" + SECOND + "</p></div><footer><p>All rights reserved,"
        + " and a long line about cookies that nobody reads.</p></footer></body></html>");

    assertThat(page.title()).isEqualTo("Decision stands");
    assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(page.language()).isEqualTo("en");
  }

  @Test
  void takesParagraphsThatOnlyBreaksDivide() {
    var page = extract("<body><div id=menu>Menu</div><div id=view>" + FIRST + "<br><br>" + SECOND + "</div></body>");

    assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void believesWhatThePageSaysInItsOwnData() {
    var page = extract("<head><link rel=canonical href='/news/1'><script type='application/ld+json'>{\"@graph\":[{\"@type\":"
        + "\"OpinionNewsArticle\",\"headline\":\"Decision stands\",\"datePublished\":\"2026-11-20 10:00\",\"author\":[{\"name\":"
        + "\"The editors\"}],\"articleBody\":\"" + FIRST + "\\n\\n" + SECOND + "\\n\\n" + FIRST + "\"}]}</script></head><body></body>");

    assertThat(page.title()).isEqualTo("Decision stands");
    assertThat(page.publishedAt()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
    assertThat(page.authors()).containsExactly("The editors");
    assertThat(page.canonicalUrl()).isEqualTo("https://news.example/news/1");
    assertThat(page.genre()).isEqualTo(Genre.OPINION);
    assertThat(page.body()).startsWith(FIRST);
  }

  @Test
  void findsNothingInAnEmptyPage() {
    assertThat(extract("").body()).isEmpty();
  }

  @Test
  void readsPlainTextOutOfMarkupEscapedTwice() {
    assertThat(Markup.line("&lt;b&gt;Q&amp;amp;A&lt;/b&gt;  session")).isEqualTo("Q&A session");
    assertThat(Markup.line("2 < 3 and AT&T")).isEqualTo("2 < 3 and AT&T");
  }

  private static Page extract(String html) {
    return new PageExtractor().extract(
        html.getBytes(UTF_8), URI.create("https://news.example/a"), "text/html; charset=utf-8", ZoneId.of("Asia/Seoul"));
  }
}
