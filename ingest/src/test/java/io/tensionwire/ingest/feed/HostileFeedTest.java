package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made to cost time costs time in proportion to its size. */
class HostileFeedTest {

  private static final int SIZE = 120_000;
  private static final int MOST_ROUNDS = 25;

  /** Done before any growth could be told from noise. */
  private static final long AT_ONCE = Duration.ofMillis(4).toNanos();

  /** Twice the input, a little for what is noise. */
  private static final double LINEAR = 2.6;

  /** {@code #} is a number that is another each time. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(quoteCharacter = '`', value = {
    "nested elements, <rss>, <a>",
    "attributes, `<rss><channel `, `a#=b `",
    "unclosed quotes, <rss><channel><item>, <a b=\"",
    "signs that begin a tag, <rss><channel><item><title>, <",
    "ampersands, <rss><channel><item><title>, &",
    "entities, <rss><channel><item><title>, &x#;",
    "ends of CDATA, <rss><channel><item><title>, ]]>",
    "beginnings of CDATA, <rss><channel><item><title>, <![CDATA[",
    "beginnings of comments, <rss><channel><item><title>, <!--",
    "document types, ``, <!DOCTYPE x [",
    "declarations, <!DOCTYPE x [, <!ENTITY a# \"&a;&a;\">",
    "end tags, <rss><channel><b><i><b><i><b><i><b><i>, </a>",
    "items, <rss version=\"2.0\"><channel>, <item><title>a</title></item>",
    "titles of an item, <rss version=\"2.0\"><channel><item>, <title/>",
    "links of an entry, <feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>, <link href=\"x\"/>",
    "prefixes, <rss>, <a#:b xmlns:a#=\"urn:#\"/>",
    "attributes of mark-up, <rss><channel><item><title>&lt;a , `b=c `",
    "items of JSON, {\"items\":[, `{\"id\":\"#\"},`",
    "nested JSON, {\"items\":, [",
    "white space, {, `   `"
  })
  void costsInProportion(String what, String head, String piece) {
    String once = filled(head, piece, SIZE);
    String twice = filled(head, piece, 2 * SIZE);
    long least = Long.MAX_VALUE;
    long leastTwice = Long.MAX_VALUE;

    // Others use the machine too: the quickest of several rounds is what the work takes.
    for (int round = 0; round < MOST_ROUNDS && leastTwice > Math.max(AT_ONCE, LINEAR * least); round++) {
      least = Math.min(least, nanos(once));
      leastTwice = Math.min(leastTwice, nanos(twice));
    }

    assertThat((double) leastTwice).as(what).isLessThanOrEqualTo(Math.max(AT_ONCE, LINEAR * least));
  }

  @Test
  void halfAMegabyteOfNestedElementsIsRefusedAtOnce() {
    String nested = filled("<rss>", "<a>", 500_000);
    long least = Long.MAX_VALUE;

    for (int round = 0; round < MOST_ROUNDS && least > Duration.ofMillis(100).toNanos(); round++) {
      least = Math.min(least, nanos(nested));
    }

    assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofMillis(100));
  }

  private static String filled(String head, String piece, int size) {
    var text = new StringBuilder(head);
    for (int i = 0; text.length() < size; i++) {
      text.append(piece.replace("#", Integer.toString(i)));
    }
    return text.toString();
  }

  private static long nanos(String text) {
    var document = new FeedDocument(text.getBytes(UTF_8), URI.create("https://news.example/feed"), null, null, ZoneOffset.UTC);
    long start = System.nanoTime();
    try {
      assertThat(new FeedParser().parse(document)).isNotNull();
    } catch (FeedParseException e) {
      assertThat(e).hasMessageMatching(".+");
    }
    return System.nanoTime() - start;
  }
}
