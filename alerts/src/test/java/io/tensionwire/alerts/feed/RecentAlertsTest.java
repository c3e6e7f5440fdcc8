package io.tensionwire.alerts.feed;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.SampleAlerts;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.HostileText;
import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecentAlertsTest {

  private final RecentAlerts recent = new RecentAlerts(alert -> Message.of(alert, ZoneId.of("Europe/Paris")));

  @Test
  void anyFeedReaderReadsIt() throws Exception {
    recent.add(SampleAlerts.korean());
    recent.add(SampleAlerts.english());

    SyndFeed feed = new SyndFeedInput().build(new StringReader(text()));

    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactly(
        "HIGH: SAMPLE: Moscow warns Seoul of a response if shells go to Ukraine", "HIGH: 견본: 러 외무부 “포탄 보내면 상응 조치”");
    assertThat(feed.getEntries()).extracting(SyndEntry::getLink)
        .contains("https://hangang-ilbo.example/politics/2026/11/21/7");
    assertThat(feed.getEntries().getLast().getCategories()).extracting(c -> c.getName()).contains("opened", "high");
    assertThat(feed.getEntries().getLast().getContents().getFirst().getValue())
        .contains("<strong>상응하는 조치를 취하겠다</strong>", "<blockquote dir=\"auto\" lang=\"ko\">");
    assertThat(feed.getPublishedDate().toInstant()).isEqualTo(AlertBuilder.RAISED_AT);
  }

  @Test
  void ourOwnIngestReadsIt() throws Exception {
    recent.add(SampleAlerts.russian());

    ParsedFeed feed = ingested();

    assertThat(feed.format()).isEqualTo("atom10");
    assertThat(feed.entries()).hasSize(1).first().satisfies(entry -> {
      assertThat(entry.title()).contains("UNCONFIRMED", "ОБРАЗЕЦ: посольство");
      assertThat(entry.link()).isEqualTo("https://vestnik-buhty.example/2026/11/21/11");
      assertThat(entry.id()).startsWith("urn:uuid:");
      assertThat(entry.publishedAt()).isEqualTo(AlertBuilder.RAISED_AT);
    });
  }

  @ParameterizedTest
  @MethodSource("io.tensionwire.alerts.receiver.HostileText#all")
  void hostileTextIsOnlyText(String hostile) throws Exception {
    recent.add(alert().headline(hostile).outlet(hostile).signal(hostile + " threat " + hostile, "threat").build());

    SyndFeed feed = new SyndFeedInput().build(new StringReader(text()));

    String html = feed.getEntries().getFirst().getContents().getFirst().getValue();
    assertThat(text()).doesNotContainPattern(HostileText.NEVER_SHOWN);
    assertThat(html.replaceAll(
        "</?(p|strong|blockquote)( (dir|lang)=\"\\w+\")*>|<a href=\"https://daily.example/world/1\" rel=\"noreferrer\">|</a>", ""))
        .doesNotContain("<", ">");
    assertThat(feed.getEntries()).hasSize(1);
    assertThat(ingested().entries()).hasSize(1);
  }

  @Test
  void onlyTheLastAreShownEachOnceTheNewestFirst() throws Exception {
    for (int i = 0; i < 300; i++) {
      recent.add(alert().id("a" + i).headline("Number " + i).build());
    }
    recent.add(alert().id("a150").headline("Again").build());

    List<SyndEntry> entries = new SyndFeedInput().build(new StringReader(text())).getEntries();

    assertThat(entries).hasSize(RecentAlerts.MOST);
    assertThat(entries.getFirst().getTitle()).isEqualTo("HIGH: Again");
    assertThat(entries.get(1).getTitle()).isEqualTo("HIGH: Number 299");
    assertThat(entries).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
  }

  @Test
  void anEditIsNoNewsAndChangesNothing() {
    recent.add(alert().id("a").build());
    String before = recent.feed().etag();

    recent.add(alert().id("b").kind(AlertKind.UPDATED).build());
    recent.add(alert().id("c").kind(AlertKind.CLOSED).build());

    assertThat(recent.feed().etag()).isEqualTo(before);
  }

  @Test
  void aNewAlertIsAnotherFeedAndTheSameAlertsAreTheSameFeed() {
    Alert alert = alert().id("a").build();
    recent.add(alert);
    String before = recent.feed().etag();

    recent.add(alert);
    assertThat(recent.feed().etag()).isEqualTo(before);

    recent.add(alert().id("b").at(AlertBuilder.RAISED_AT.plusSeconds(60)).build());
    assertThat(recent.feed().etag()).isNotEqualTo(before);
    assertThat(recent.feed().lastModified()).isEqualTo(AlertBuilder.RAISED_AT.plusSeconds(60));
  }

  @Test
  void withoutAlertsItIsAFeedAllTheSame() throws Exception {
    assertThat(new SyndFeedInput().build(new StringReader(text())).getEntries()).isEmpty();
  }

  private String text() {
    return new String(recent.feed().body(), StandardCharsets.UTF_8);
  }

  private ParsedFeed ingested() throws Exception {
    return new FeedParser().parse(new FeedDocument(
        recent.feed().body(), URI.create("http://127.0.0.1:8080/feed.atom"), recent.feed().contentType(), null,
        ZoneOffset.UTC));
  }
}
