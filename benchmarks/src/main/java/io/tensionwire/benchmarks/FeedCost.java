package io.tensionwire.benchmarks;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedParseException;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A sound feed of fifty items, read by Tensionwire, by ROME alone, and passed over with StAX, the floor of all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class FeedCost {
  private static final int ITEMS = 50;

  private final FeedParser parser = new FeedParser();

  @SuppressWarnings("NullAway.Init") // set up
  private byte[] bytes;
  @SuppressWarnings("NullAway.Init") // set up
  private FeedDocument document;

  @Setup
  public void prepare() {
    var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>SAMPLE</title><link>https://news.example/</link>\n");
    for (int i = 0; i < ITEMS; i++) {
      feed.append("<item><title>SAMPLE ").append(i).append(": 외교부 대변인 정례 브리핑, the ministry &amp; the embassy</title>\n")
          .append("<link>https://news.example/world/").append(i).append("</link><guid>https://news.example/world/").append(i)
          .append("</guid><dc:creator>SAMPLE desk</dc:creator><category>world</category>")
          .append("<pubDate>Fri, 20 Nov 2026 10:").append(10 + i % 50).append(":00 +0900</pubDate>\n<description><![CDATA[<p>")
          .append("SAMPLE text of a summary that is a few lines long, as they are. ".repeat(6))
          .append("<a href=\"/more/").append(i).append("\">more</a></p>]]></description></item>\n");
    }
    bytes = feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    document = new FeedDocument(bytes, URI.create("https://news.example/rss"), "text/xml", null, ZoneOffset.UTC);
  }

  @Benchmark
  public ParsedFeed tensionwire() throws FeedParseException {
    return parser.parse(document);
  }

  @Benchmark
  public SyndFeed rome() throws FeedException {
    return new SyndFeedInput().build(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
  }

  @Benchmark
  public int stax() throws XMLStreamException {
    XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(bytes));
    int characters = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.CHARACTERS) {
        characters += reader.getTextLength();
      }
    }
    return characters;
  }
}
