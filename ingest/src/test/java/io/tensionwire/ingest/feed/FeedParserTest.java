package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

  private static final String ITEM = "<item><title>One</title><link>https://news.example/1</link></item>";

  @Test
  void readsTheFieldsOfAnItem() throws FeedParseException {
    var feed = parse("<rss version='2.0'><channel><title>News</title><item><title>One</title><guid>g1</guid>"
        + "<link>/1</link><pubDate>2026.11.20 10:00</pubDate><description>Short.</description></item></channel></rss>");

    assertThat(feed.format()).isEqualTo("rss20");
    assertThat(feed.entries()).hasSize(1);
    var entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("g1");
    assertThat(entry.link()).isEqualTo("https://news.example/1");
    assertThat(entry.summary()).isEqualTo("Short.");
    assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
  }

  @Test
  void keepsTheCompleteEntriesOfATruncatedFeed() throws FeedParseException {
    var feed = parse("<rss version='2.0'><channel>" + ITEM + "<item><title>Two</title><link>https://news.exam");

    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "\n\n junk <?xml version='1.0'?><rss version='2.0'><channel>%s</channel></rss> more <b>junk",
    "<rss version='2.0'><channel><generator>a & b \u0000\u000b</generator>%s</channel></rss>",
    "<rss version='2.0'><channel><description>one <br> two <p>three</description>%s</channel></rss>",
    "<rss version=2.0><channel><media:x url=a&b>&nbsp;&bogus;</media:x>%s</channel></rss>",
    "<rss version='2.0'><channel></nothing>%s</rss>",
    "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss version='2.0'><channel><title>&x;</title>%s</channel></rss>"
  })
  void readsTheItemsOfADamagedFeed(String damaged) throws FeedParseException {
    var feed = parse(damaged.replace("%s", ITEM));

    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.title()).isIn("", "&x;");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<rss version='2.0'><channel><title>A&#8217;&#xD800;B</title><item><guid>g</guid><pubDate>20 Nov 2026 10:00 +0900</pubDate>"
        + "<content:encoded xmlns:content='c'><![CDATA[<p>x</p>]]></content:encoded></item></channel></rss>",
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/b/'><entry xml:lang='ko'><id>i</id><title type='html'>"
        + "&lt;b&gt;x</title><link rel='alternate' href='../c'/><updated>2026-11-20T10:00:00Z</updated></entry></feed>",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"/x\",\"tags\":[\"a\"],\"authors\":[{\"name\":\"N\"}]}]}"
  })
  void whateverHappensToAFeedItIsReadOrRefused(String whole) {
    var random = new Random(7);
    String alphabet = "<>/&;'\"[]!?:#=-{}, \u0000\u00e9\ud55cx0";

    for (int round = 0; round < 2_000; round++) {
      var damaged = new StringBuilder(whole);
      for (int i = random.nextInt(6); i >= 0; i--) {
        int at = random.nextInt(damaged.length());
        switch (random.nextInt(3)) {
          case 0 -> damaged.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
          case 1 -> damaged.delete(at, Math.min(damaged.length() - 1, at + random.nextInt(30)));
          default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + random.nextInt(30))));
        }
      }
      assertThatCode(() -> readOrRefuse(damaged.toString())).as(damaged.toString()).doesNotThrowAnyException();
    }
  }

  private static void readOrRefuse(String text) {
    try {
      assertThat(parse(text).entries()).isNotNull();
    } catch (FeedParseException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"euc-kr", "windows-1251", "koi8-r", "utf-16"})
  void believesTheBytesMoreThanTheLabel(String charset) throws FeedParseException {
    String title = charset.equals("euc-kr") ? "러시아 외무부 대변인이 정례 브리핑에서 밝혔다" : "Официальный представитель министерства сообщил";
    String text = "<rss version='2.0'><channel><title>" + title + "</title></channel></rss>";

    var feed = new FeedParser().parse(document(text.getBytes(Charset.forName(charset)), "text/xml; charset=utf-8"));

    assertThat(feed.title()).isEqualTo(title);
  }

  @Test
  void saysThatAPageIsNoFeed() {
    assertThatThrownBy(() -> parse("<!DOCTYPE html><html><body>Log in</body></html>"))
        .isInstanceOfSatisfying(FeedParseException.class, e -> assertThat(e.reason()).isEqualTo(FeedParseException.Reason.HTML));
    assertThatThrownBy(() -> parse("<html><body>Log in</body></html>"))
        .isInstanceOfSatisfying(FeedParseException.class, e -> assertThat(e.reason()).isEqualTo(FeedParseException.Reason.HTML));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no feed at all", "<note>hello</note>", "{\"a\":1}", "{broken", "<"})
  void refusesWhatIsNoFeed(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(FeedParseException.class);
  }

  @Test
  void refusesDeepNestingAtOnce() {
    String deep = "<rss>" + "<a>".repeat(170_000);
    long start = System.nanoTime();

    assertThatThrownBy(() -> parse(deep)).isInstanceOf(FeedParseException.class).hasMessageContaining("nested deeper");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void readsAtomRdfJsonAndNewsSitemaps() throws FeedParseException {
    assertThat(parse("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/x/'><entry><title type='html'>"
        + "A &amp;amp; B</title><link href='1'/><updated>2026-11-20T10:00:00Z</updated></entry></feed>").entries().getFirst())
        .satisfies(e -> assertThat(e.link()).isEqualTo("https://a.example/x/1"))
        .satisfies(e -> assertThat(e.updatedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z")));
    assertThat(parse("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        + "<channel><title>R</title></channel>" + ITEM + "</rdf:RDF>")).satisfies(f -> {
          assertThat(f.format()).isEqualTo("rss10");
          assertThat(f.entries()).hasSize(1);
        });
    assertThat(parse("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"/1\"}]}").entries())
        .extracting(FeedEntry::link).containsExactly("https://news.example/1");
    assertThat(parse("<urlset xmlns:news='n'><url><loc>https://news.example/1</loc><news:news><news:title>One</news:title>"
        + "<news:publication_date>2026-11-20</news:publication_date></news:news></url></urlset>").entries().getFirst())
        .satisfies(e -> assertThat(e.title()).isEqualTo("One"))
        .satisfies(e -> assertThat(e.publishedAt()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<item><title>One<title><link>https://news.example/1</link></item>",
    "<item><title>One</Title><link>https://news.example/1</LINK></item>",
    "<item><title>One</title><guid>https://news.example/1</guid></item>",
    "<item><title>One</title><link>https://news.example/1</link><guid>https://news.example/9</guid></item>"
  })
  void findsTitleAndLinkWhereTagsAreMistypedOrTheGuidIsTheLink(String item) throws FeedParseException {
    var feed = parse("<rss version='2.0'><channel>" + item + "</channel></rss>");

    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.entries()).extracting(FeedEntry::link).containsExactly("https://news.example/1");
  }

  @Test
  void aGuidThatSaysThatItIsNoAddressIsNoLink() throws FeedParseException {
    var feed = parse("<rss version='2.0'><channel><item><title>One</title>"
        + "<guid isPermaLink='false'>https://news.example/1</guid></item></channel></rss>");

    assertThat(feed.entries()).extracting(FeedEntry::link).containsExactly("");
  }

  private static ParsedFeed parse(String text) throws FeedParseException {
    return new FeedParser().parse(document(text.getBytes(UTF_8), null));
  }

  private static FeedDocument document(byte[] bytes, @org.jspecify.annotations.Nullable String contentType) {
    return new FeedDocument(bytes, URI.create("https://news.example/feed.xml"), contentType, null, ZoneId.of("Asia/Seoul"));
  }
}
