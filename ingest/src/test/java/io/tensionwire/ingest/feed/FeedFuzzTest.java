package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever happens to a feed, it is read or refused with the one exception, at once. */
class FeedFuzzTest {

  private static final List<String> FEEDS = List.of(
      "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
          + "<channel><title>SAMPLE</title><ttl>30</ttl><skipHours><hour>3</hour></skipHours><item><title><![CDATA[S &amp; 1]]></title>"
          + "<guid isPermaLink='false'>g</guid><link>https://news.example/1</link><dc:creator>desk@news.example (SAMPLE)</dc:creator>"
          + "<pubDate>Fri, 20 Nov 2026 10:00:00 +0900</pubDate><description>&lt;a href='x'>S&lt;/a></description></item></channel></rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://news.example/b/'><link rel='hub' href='h'/><entry xml:lang='ko'><id>i</id>"
          + "<title type='html'>&lt;b>SAMPLE</title><link href='../c'/><updated>2026-11-20T10:00:00Z</updated><author><name>S</name></author>"
          + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>SAMPLE<br/></p></div></content></entry></feed>",
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='base64'>U0FNUExF</title><issued>2026-11-20</issued></entry></feed>",
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>S</title>"
          + "</channel><item rdf:about='y'><title>SAMPLE</title><link>z</link></item></rdf:RDF>",
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
          + "<loc>https://news.example/1</loc><news:news><news:publication_date>2026-11-20</news:publication_date><news:title>S</news:title>"
          + "</news:news></url></urlset>",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"SAMPLE\",\"items\":[{\"id\":\"1\",\"url\":\"/1\",\"content_html\":\"<p>S\","
          + "\"date_published\":\"2026-11-20T10:00:00+09:00\",\"tags\":[\"t\"],\"authors\":[{\"name\":\"S\"}]}],\"hubs\":[]}");

  private static final List<String> PIECES = List.of(
      "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [", "<?", "'", "\"", "/", "=", "&#0;", "&#xD800;", "&nbsp;",
      "&a;", "<item>", "</item>", "<entry>", "<title>", "</channel>", "<a:b:c xmlns:a='' xmlns='x'>", " xmlns:xml='q'", " xml:base='::'",
      "\u0000", "\uFEFF", "{", "[", "}", ",", ":", "\\u12", "\n", "00000000000000", "<html>", "</rss>", "<rss>");

  /** One thing that happens to bytes: where, how many of them, and what with. */
  private record Damage(int kind, double where, int length, byte[] piece) {

    byte[] to(byte[] bytes) {
      int at = (int) (where * bytes.length);
      int end = Math.min(bytes.length, at + length);
      return switch (kind) {
        case 0 -> joined(slice(bytes, 0, at), piece, slice(bytes, at, bytes.length));
        case 1 -> joined(slice(bytes, 0, at), slice(bytes, end, bytes.length));
        case 2 -> joined(slice(bytes, 0, end), slice(bytes, at, bytes.length));
        case 3 -> flipped(bytes, at);
        default -> slice(bytes, 0, at);
      };
    }

    private byte[] flipped(byte[] bytes, int at) {
      byte[] flipped = bytes.clone();
      if (at < flipped.length) {
        flipped[at] ^= (byte) (1 << length % 8);
      }
      return flipped;
    }

    private static byte[] slice(byte[] bytes, int start, int end) {
      return Arrays.copyOfRange(bytes, start, Math.max(start, end));
    }

    private static byte[] joined(byte[]... parts) {
      var joined = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        joined.writeBytes(part);
      }
      return joined.toByteArray();
    }
  }

  @Property(tries = 5_000, shrinking = ShrinkingMode.BOUNDED)
  void aDamagedFeedIsReadOrRefused(@ForAll("feeds") byte[] feed, @ForAll("damages") List<Damage> damages) {
    byte[] bytes = feed;
    for (Damage damage : damages) {
      bytes = damage.to(bytes);
    }

    readOrRefuse(bytes);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void anyHeapOfPiecesIsReadOrRefused(@ForAll("heaps") String heap) {
    readOrRefuse(("<rss><channel><item>" + heap).getBytes(UTF_8));
    readOrRefuse(heap.getBytes(UTF_8));
  }

  @Provide
  Arbitrary<byte[]> feeds() {
    return Arbitraries.of(FEEDS).map(feed -> feed.getBytes(UTF_8));
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    return Combinators
        .combine(
            Arbitraries.integers().between(0, 4), Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(1, 60),
            Arbitraries.of(PIECES))
        .as((kind, where, length, piece) -> new Damage(kind, where, length, piece.getBytes(UTF_8)))
        .list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> heaps() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  private static void readOrRefuse(byte[] bytes) {
    long start = System.nanoTime();

    try {
      var document =
          new FeedDocument(bytes, URI.create("https://news.example/feed.xml"), null, null, ZoneId.of("Asia/Seoul"));
      assertThat(new FeedParser().parse(document).entries()).doesNotContainNull();
    } catch (FeedParseException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }

    // Far above what any of them takes, far below what a step that does not end takes.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
