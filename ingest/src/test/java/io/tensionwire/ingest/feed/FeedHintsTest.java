package io.tensionwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedHintsTest {

  @Test
  void rssSaysHowOftenAndWhenNot() throws FeedParseException {
    var hints = rss("<ttl> 30 </ttl><skipHours><hour>3</hour><hour>24</hour><hour>31</hour></skipHours>"
        + "<skipDays><day>Saturday</day><day>sun</day><day>Someday</day></skipDays>");

    assertThat(hints.ttl()).isEqualTo(Duration.ofMinutes(30));
    assertThat(hints.skipHours()).containsExactly(0, 3);
    assertThat(hints.skipDays()).containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  @Test
  void theSyndicationModuleSaysHowOften() throws FeedParseException {
    var hints = rss("<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
        + "<sy:updateBase>2026-11-20T00:00+00:00</sy:updateBase>");

    assertThat(hints.updateInterval()).isEqualTo(Duration.ofMinutes(15));
    assertThat(hints.updateBase()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
  }

  @Test
  void whatMakesNoSenseIsNotSaid() throws FeedParseException {
    var hints = rss("<ttl>soon</ttl><ttl>0</ttl><sy:updatePeriod>often</sy:updatePeriod>"
        + "<atom:link rel='hub' href='javascript:x'/>");

    assertThat(hints).isEqualTo(FeedHints.NONE);
  }

  @Test
  void hubAndSelfAreFoundInRssAndInAtom() throws FeedParseException {
    String links = "<atom:link rel='self' href='/feed.xml'/><atom:link rel='hub' href='https://hub.example/'/>"
        + "<atom:link rel='hub' href='https://hub.example/two'/>";
    var rss = rss(links);
    var atom = parse("<feed xmlns='http://www.w3.org/2005/Atom'>" + links.replace("atom:", "") + "</feed>").hints();

    assertThat(rss.hubs()).containsExactly(URI.create("https://hub.example/"), URI.create("https://hub.example/two"));
    assertThat(rss.self()).isEqualTo(URI.create("https://news.example/feed.xml"));
    assertThat(atom.hubs()).isEqualTo(rss.hubs());
    assertThat(atom.self()).isEqualTo(rss.self());
  }

  @Test
  void jsonSaysItToo() throws FeedParseException {
    var hints = parse("""
        {"version":"https://jsonfeed.org/version/1.1","feed_url":"/feed.json","expired":true,"items":[{"id":"1"}],
         "hubs":[{"type":"rssCloud","url":"https://cloud.example/"},{"type":"WebSub","url":"https://hub.example/"}]}
        """).hints();

    assertThat(hints.hubs()).containsExactly(URI.create("https://hub.example/"));
    assertThat(hints.self()).isEqualTo(URI.create("https://news.example/feed.json"));
    assertThat(hints.expired()).isTrue();
    assertThat(hints.undated()).isTrue();
  }

  @Test
  void aFeedSaysThatItMovedOrEnded() throws FeedParseException {
    var hints = rss("<itunes:new-feed-url>https://other.example/feed</itunes:new-feed-url>"
        + "<itunes:complete>Yes</itunes:complete>");

    assertThat(hints.movedTo()).isEqualTo(URI.create("https://other.example/feed"));
    assertThat(hints.expired()).isTrue();
  }

  @Test
  void entriesWithoutAnyDateAndAMissingEndAreSaid() throws FeedParseException {
    assertThat(rss("<item><title>One</title></item>").undated()).isTrue();
    assertThat(rss("<item><title>One</title></item><item><pubDate>2026-11-20</pubDate></item>").undated()).isFalse();
    assertThat(rss("").cutOff()).isFalse();
    assertThat(parse("<rss version='2.0'><channel><item><title>One</title></item><item>").hints().cutOff()).isTrue();
  }

  @Test
  void theLabelOfTheEncodingIsKeptBesideWhatWasUsed() throws FeedParseException {
    var feed = parse(
        "<?xml version='1.0' encoding='ISO-8859-1'?><rss version='2.0'><channel><title>é</title></channel></rss>");

    assertThat(feed.hints().declaredEncoding()).isEqualTo("iso-8859-1");
    assertThat(feed.encoding()).isEqualTo("utf-8");
  }

  @Test
  void refusesWhatNoPollerCanFollow() {
    assertThatThrownBy(() -> new FeedHints(
        Duration.ofSeconds(1), Set.of(), Set.of(), null, null, List.of(), null, null, false, false, false, ""))
        .hasMessageContaining("less than a minute");
    assertThatThrownBy(() -> new FeedHints(
        null, Set.of(24), Set.of(), null, null, List.of(), null, null, false, false, false, ""))
        .hasMessageContaining("24");
  }

  private static FeedHints rss(String inChannel) throws FeedParseException {
    return parse("<rss version='2.0'><channel>" + inChannel + "</channel></rss>").hints();
  }

  private static ParsedFeed parse(String text) throws FeedParseException {
    return new FeedParser().parse(new FeedDocument(
        text.getBytes(UTF_8), URI.create("https://news.example/feed.xml"), null, null, ZoneOffset.UTC));
  }
}
