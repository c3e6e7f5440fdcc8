package io.tensionwire.ingest.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.ingest.fetch.AnswerHead;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.model.Language;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.service.address.PrivateAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

  @Test
  void readsFeedsWithTheirOutletLanguageZoneAndInterval() {
    var config = read("feeds:\n  - { id: a.example/x, url: 'https://a.example/f', outlet: A, language: ko, zone: Asia/Seoul, interval: 60s }");

    var feed = config.feeds().getFirst();
    assertThat(feed.outlet()).isEqualTo("A");
    assertThat(feed.language()).isEqualTo(Language.KO);
    assertThat(feed.interval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.fetching().privateAddresses()).isEqualTo(PrivateAddresses.NONE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "feeds: [ { id: a.example/x, url: 'https://a.example/f', interval: 1s } ] | feeds[0].interval: 1s would hammer the feed; 10s is the least",
    "feeds: [ { id: a.example/x, url: 'ftp://a.example/f' } ] | not an http address",
    "feeds: [ { id: x, url: 'https://a.example/f' } ] | not of the form <site>/<name>",
    "feeds: [ { id: a/x } ] | feeds[0].url is missing",
    "feeds: [ { id: a/x, url: 'https://a.example/f' }, { id: a/x, url: 'https://a.example/g' } ] | id of a feed above",
    "feeds: [ { id: a/x, url: 'https://u:p4ssw0rd@a.example/f' } ] | feeds[0]: url holds a user's name or password",
    "feeds: [ { id: a/x, url: 'https://a.example/f', headers: { Cookie: 'sid=1234567' } } ] | a literal value for Cookie",
    "websub: { callback: 'https://ours.example/hub' } | websub: secret is missing",
    "websub: { callback: 'http://ours.example/hub', secret: 0123456789abcdef } | must be an https address",
    "websub: { callback: 'https://ours.example/hub', secret: short } | websub.secret must have 16 characters",
    "websub: { callbak: 'https://ours.example/hub' } | did you mean websub.callback?",
    "page-wait: 1m | must be from 0s to 10s",
    "interval: { least: 1s } | interval.least: 1s must be from 10s to 1440m",
    "interval: { least: 5m, most: 2m } | interval.most: 2m must be from 5m to 1440m",
    "outlets: none/outlets.yaml | outlets: none/outlets.yaml cannot be read",
    "sites: none/sites.yaml | sites: none/sites.yaml cannot be read",
    "feed-timeuot: 3s | did you mean feed-timeout?"
  })
  void saysWhatIsWrong(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml)).hasMessageContaining(message);
  }

  @Test
  void rulesOfOnesOwnForTheirSitesCount(@TempDir Path folder) throws IOException {
    Path sites = folder.resolve("sites.yaml");
    Files.writeString(sites, "sites:\n  - hosts: [ site.example ]\n    title: [ '.real' ]\n");
    byte[] page = "<title>SAMPLE section</title><h1>SAMPLE section</h1><p class=real>SAMPLE headline".getBytes(UTF_8);

    var extractor = new PageExtractor(read("sites: " + sites).sites());

    assertThat(extractor.extract(page, URI.create("https://www.site.example/1"), AnswerHead.NONE, ZoneOffset.UTC).title())
        .isEqualTo("SAMPLE headline");
  }

  @Test
  void readsTheBoundsOfLearntIntervals() {
    assertThat(read("interval: { least: 5m, most: 2h }").bounds())
        .isEqualTo(new PollBounds(Duration.ofMinutes(5), Duration.ofHours(2)));
    assertThat(read("feeds: []").bounds()).isEqualTo(PollBounds.USUAL);
  }

  @Test
  void readsWhoseCountryAnOutletIsOf(@TempDir Path folder) throws IOException {
    Path outlets = Files.writeString(
        folder.resolve("outlets.yaml"), "outlets:\n  - { name: Harbour Post, kind: independent, family: harbour, country: KR }\n");

    assertThat(read("outlets: '" + outlets + "'").outletCountries()).containsOnly(Map.entry("Harbour Post", "KR"));
  }

  @Test
  void keepsASecretOfAFeedAsAReference() {
    var config = read("feeds:\n  - id: a.example/x\n    url: 'https://a.example/f'\n    headers: { Authorization: '${TOKEN}' }");

    assertThat(config.feeds().getFirst().headers()).containsEntry("Authorization", "${TOKEN}");
  }

  @Test
  void hubsAreNotAskedUnlessTheyCanReachUs() {
    assertThat(read("feeds: []").webSub()).isNull();

    var webSub = read("websub: { callback: 'https://ours.example/hub', secret: 0123456789abcdef }").webSub();
    assertThat(webSub).isNotNull();
    assertThat(String.valueOf(webSub)).doesNotContain("0123456789abcdef").contains("127.0.0.1:8081");
  }

  private static IngestConfig read(String yaml) {
    Section section = Section.parse(yaml, "tensionwire.yaml");
    IngestConfig config = IngestConfig.from(section);
    section.rejectUnknownKeys();
    return config;
  }
}
