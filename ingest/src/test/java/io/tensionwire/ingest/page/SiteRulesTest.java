package io.tensionwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.model.yaml.YamlException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SiteRulesTest {

  private static final String TEXT = "The ministry said that the list would be looked at again in the spring, after talks "
      + "with the companies and the trade office of the other side.";
  private static final String OTHER = "A longer text which the general way would take, as it is the only one in paragraphs, "
      + "and which is nevertheless not the article of this page but an imprint. ";
  private static final String PAGE = "<h2 class=t>The title of the rule</h2><span class=d>2026-11-20 10:00</span><b class=w>The desk</b>"
      + "<div class=odd>" + TEXT + "<i class=x>Not this</i></div><p>" + OTHER.repeat(4) + "</p>";

  @Test
  void theRuleOfASiteSaysWhereItsTextStands() {
    Page page = extract("sites:\n  - hosts: [ press.example ]\n    body: .odd\n    remove: [ .x ]\n    title: .t\n"
        + "    date: .d\n    author: .w\n", "https://www.press.example/1", PAGE);

    assertThat(page.body()).isEqualTo(TEXT);
    assertThat(page.title()).isEqualTo("The title of the rule");
    assertThat(page.publishedAt()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
    assertThat(page.authors()).containsExactly("The desk");
  }

  @Test
  void otherSitesAreReadTheGeneralWay() {
    Page page = extract("sites:\n  - { hosts: [ press.example ], body: .odd }\n", "https://otherpress.example/1", PAGE);

    assertThat(page.body()).contains(OTHER.strip());
  }

  @Test
  void aRuleThatFindsNothingLeavesItToTheGeneralWay() {
    Page page = extract("sites:\n  - { hosts: [ press.example ], body: .gone }\n", "https://press.example/1", PAGE);

    assertThat(page.body()).contains(OTHER.strip());
  }

  @Test
  void aRuleMayKnowTheCharset() {
    var rules = SiteRules.parse("sites:\n  - { hosts: [ press.example ], charset: windows-1251 }\n", "test");
    byte[] html = "<title>Решение остаётся в силе</title>".getBytes(Charset.forName("windows-1251"));

    Page page = new PageExtractor(rules)
        .extract(html, URI.create("https://press.example/1"), "text/html; charset=utf-8", ZoneId.of("Europe/Moscow"));

    assertThat(page.title()).isEqualTo("Решение остаётся в силе");
  }

  @Test
  void aFileOfOnesOwnCountsBeforeTheShippedRules() {
    var own = SiteRules.parse("sites:\n  - { hosts: [ ria.ru ], body: .odd }\n", "own");

    SiteRule rule = SiteRules.shipped().overriddenBy(own).of(URI.create("https://ria.ru/1"));

    assertThat(rule).isNotNull().isEqualTo(own.of(URI.create("https://ria.ru/2")));
    assertThat(SiteRules.shipped().overriddenBy(own).of(URI.create("https://tass.ru/1"))).isNotNull();
  }

  @Test
  void theShippedRulesKnowSitesOfBothCountries() {
    assertThat(SiteRules.shipped().of(URI.create("https://www.yna.co.kr/view/1"))).isNotNull();
    assertThat(SiteRules.shipped().of(URI.create("https://www.kommersant.ru/doc/1"))).isNotNull();
    assertThat(SiteRules.shipped().of(URI.create("https://press.example/1"))).isNull();
  }

  @Test
  void mistakesNameFileLineAndKey() {
    assertMistake("sites:\n  - hosts: [ a.example ]\n    bodi: .x\n", "test:3", "bodi", "body");
    assertMistake("sites:\n  - hosts: [ a.example ]\n    body: \"div[\"\n", "test:3", "no CSS selector");
    assertMistake("sites:\n  - hosts: [ 'https://a.example' ]\n    body: .x\n", "test:2", "no host");
    assertMistake("sites:\n  - body: .x\n", "hosts", "missing");
    assertMistake("sites:\n  - hosts: [ a.example ]\n", "says nothing");
    assertMistake("sites:\n  - { hosts: [ a.example ], charset: utf-99 }\n", "charset", "not known");
    assertMistake("sites:\n  - { hosts: [ a.example ], body: .x }\n  - { hosts: [ a.example ], body: .y }\n", "a.example");
  }

  private static void assertMistake(String yaml, String... parts) {
    assertThatThrownBy(() -> SiteRules.parse(yaml, "test"))
        .isInstanceOf(YamlException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).contains(parts));
  }

  private static Page extract(String rules, String address, String html) {
    return new PageExtractor(SiteRules.parse(rules, "test"))
        .extract(html.getBytes(UTF_8), URI.create(address), "text/html; charset=utf-8", ZoneId.of("Asia/Seoul"));
  }
}
