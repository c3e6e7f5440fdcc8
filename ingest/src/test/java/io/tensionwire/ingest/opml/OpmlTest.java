package io.tensionwire.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tensionwire.ingest.opml.Imported.Outcome;
import io.tensionwire.model.Feed;
import io.tensionwire.model.Language;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class OpmlTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:51:00Z");

  private static final Feed PLAIN = Feed.builder("a.example/all", URI.create("https://a.example/f?x=1&y=2")).build();
  private static final Feed RICH = Feed.builder("b.example/all", URI.create("https://b.example/f"))
      .outlet("\"B\" <국제> & 'co'\n2").language(Language.OTHER).zone(ZoneId.of("Asia/Seoul")).interval(Duration.ofSeconds(90))
      .paused(true).feedOnly(true).webSub(true)
      .headers(Map.of("Authorization", "Bearer ${TOKEN}", "Cookie", "a=\"${SID}\"")).build();

  @Test
  void whatIsWrittenAndReadAgainIsTheSame() {
    String list = OpmlWriter.write(List.of(RICH, PLAIN), "feeds", NOW);

    assertThat(read(list)).extracting(Imported::outcome).containsOnly(Outcome.NEW);
    assertThat(read(list)).extracting(Imported::feed).containsExactly(PLAIN, RICH);
  }

  @Test
  void whatIsWrittenIsWellFormedAndOtherReadersFindAddressAndName() throws Exception {
    String list = OpmlWriter.write(List.of(RICH, PLAIN), "A & B", NOW);

    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(list)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A & B");
    assertThat(document.getElementsByTagName("dateCreated").item(0).getTextContent())
        .isEqualTo("Sat, 21 Nov 2026 22:51:00 GMT");
    var first = document.getElementsByTagName("outline").item(0).getAttributes();
    assertThat(first.getNamedItem("type").getNodeValue()).isEqualTo("rss");
    assertThat(first.getNamedItem("xmlUrl").getNodeValue()).isEqualTo("https://a.example/f?x=1&y=2");
    assertThat(first.getNamedItem("text").getNodeValue()).isEqualTo("a.example: all");
  }

  @Test
  void foldersCommentsAndOtherKindsOfLinesAreNoFeeds() {
    var found = read("""
        <?xml version="1.0"?><opml version="1.1"><head><title>mine</title></head><body>
        <outline text="World"><outline text="Asia" title="x">
          <outline type="rss" text="Courier" title="Courier" xmlUrl="https://courier.example/rss" htmlUrl="https://courier.example/"/>
          <!-- <outline xmlUrl="https://hidden.example/rss"/> -->
        </outline></outline>
        <outline type="link" text="a page" url="https://page.example/"/>
        <outline type="include" text="another list" url="https://list.example/x.opml"/>
        <outline type='atom' text='Wire' xmlurl='https://wire.example/atom' language="ko-KR"></outline>
        <outline type="rss" text="Nineties" url="http://old.example/index.rdf"/>
        </body></opml>""");

    assertThat(feeds(found)).extracting(Feed::id, Feed::outlet, Feed::language).containsExactly(
        tuple("courier.example/all", "Courier", null),
        tuple("wire.example/all", "Wire", Language.KO),
        tuple("old.example/all", "Nineties", null));
  }

  @Test
  void damagedListsGiveWhatIsWhole() {
    var found = read("""
        junk before <opml><body>
        <outline text="Bare & ampersand" xmlUrl="https://a.example/f?x=1&y=2&copy=3">
        <OUTLINE TEXT=unquoted XMLURL=https://b.example/f>
        <outline text="no end of value xmlUrl="https://c.example/f"
        <outline text="quote is missing
        <outline text="Fine" xmlUrl=" feed://d.example/f "/>
        <outline text="Cut" xmlUrl="https://e.exam""");

    assertThat(feeds(found)).extracting(feed -> feed.url().toString())
        .contains("https://a.example/f?x=1&y=2&copy=3", "https://b.example/f", "http://d.example/f")
        .noneMatch(url -> url.contains("e.exam") && !url.contains("example"));
  }

  @Test
  void aListInAnotherCharsetThanItSaysIsRead() {
    String list = "<opml><body><outline text=\"Новости дня\" xmlUrl=\"https://a.example/f\"/>"
        + "<outline text=\"Политика и международные отношения\" xmlUrl=\"https://b.example/f\"/></body></opml>";

    var found = new OpmlReader(List.of(), false).read(list.getBytes(Charset.forName("windows-1251")));

    assertThat(found.getFirst().title()).isEqualTo("Новости дня");
  }

  @Test
  void whatIsKnownByAddressOrTwiceInTheListIsNotAddedAgain() {
    var found = new OpmlReader(List.of(PLAIN), false).read("""
        <outline xmlUrl="http://A.example/f?x=1&amp;y=2"/>
        <outline xmlUrl="https://new.example/f"/><outline xmlUrl="https://new.example/f/"/>
        <outline xmlUrl="https://elsewhere.example/f" tw:id="a.example/all"/>""".getBytes(UTF_8));

    assertThat(found).extracting(Imported::outcome, Imported::reason).containsExactly(
        tuple(Outcome.KNOWN, "as a.example/all"), tuple(Outcome.NEW, ""), tuple(Outcome.KNOWN, "as new.example/f"),
        tuple(Outcome.KNOWN, "as a.example/all, whose settings differ and stay as they are"));
  }

  @Test
  void whatCannotBeAFeedOrHoldsASecretIsRefusedWithItsReason() {
    var found = read("""
        <outline text="Local" xmlUrl="file:///etc/feeds.xml"/>
        <outline text="Private" xmlUrl="https://desk:hunter2@a.example/f"/>
        <outline text="Hasty" xmlUrl="https://b.example/f" tw:id="b.example/x" tw:interval="PT1S"/>
        <outline text="Wrong" xmlUrl="https://c.example/f" tw:id="c.example/x" tw:zone="Asia/Seul"/>""");

    assertThat(found).extracting(Imported::outcome).containsOnly(Outcome.REFUSED);
    assertThat(found).extracting(Imported::reason).satisfiesExactly(
        r -> assertThat(r).isEqualTo("is not an http address"), r -> assertThat(r).contains("password"),
        r -> assertThat(r).contains("would hammer"), r -> assertThat(r).contains("Asia/Seul"));
    assertThat(found.toString()).doesNotContain("hunter2");
  }

  @Test
  void whatIsNoListOfFeedsGivesNone() {
    assertThat(read("<html><body><p>Log in</p></body></html>")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void aLargeListTakesNoLongTime() {
    var list = "<outline text=\"a\">".repeat(100_000) + "<outline xmlUrl='".repeat(50_000);

    assertTimeout(Duration.ofSeconds(2), () -> read(list));
  }

  private static List<Feed> feeds(List<Imported> found) {
    return found.stream().map(Imported::feed).filter(Objects::nonNull).toList();
  }

  private static List<Imported> read(String list) {
    return new OpmlReader(List.of(), false).read(list.getBytes(UTF_8));
  }
}
