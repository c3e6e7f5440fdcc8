package io.tensionwire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPrintTest {

  private static final String STORY =
      "The envoy was summoned on Friday, the ministry said in the capital.\n\nTalks will go on in three days, it added.";

  @ParameterizedTest
  @ValueSource(strings = {
    "Views: 1,204", "1.2K views", "12 comments", "3 minutes ago", "Updated 3 minutes ago", "Updated: Nov 20, 2026, 10:05 KST",
    "4 min read", "조회수 1,204", "댓글 12", "5분 전", "입력 2026.11.20 10:00 | 수정 2026.11.20 10:05", "1 204 просмотра",
    "Просмотров: 1204", "10 минут назад", "Обновлено: 20.11.2026 12:05", "Сегодня, 12:05"
  })
  void furnitureAboveAndBelowIsNoChange(String furniture) {
    assertThat(changed(furniture + "\n\n" + STORY)).isEmpty();
    assertThat(changed(STORY + "\n\n" + furniture)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Both sides left. 120 views | Both sides left. 3,481 views",
    "Both sides left. Updated 3 minutes ago | Both sides left. Updated an hour ago",
    "양측은 떠났다. 조회 12 · 3분 전 | 양측은 떠났다. 조회 4,120 · 2시간 전",
    "Стороны уехали. 5 минут назад, 12 комментариев | Стороны уехали. час назад, 130 комментариев"
  })
  void furnitureWithinALineIsNoChange(String before, String after) {
    assertThat(Furniture.without(before)).isEqualTo(Furniture.without(after));
  }

  @Test
  void headlinesOfOtherArticlesBelowTheTextAreNoChange() {
    assertThat(changed(STORY + "\n\nMost read\n\nHow the border became a market")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "12 soldiers were killed, the ministry said today. | 15 soldiers were killed, the ministry said today.",
    "대사 3명을 추방했다고 외교부가 금요일 밝혔다고 한다. | 대사 5명을 추방했다고 외교부가 금요일 밝혔다고 한다.",
    "Погибли 12 человек, сообщили в министерстве. | Погибли 15 человек, сообщили в министерстве."
  })
  void numbersOfTheStoryAre(String before, String after) {
    assertThat(print("T", "", before)).isNotEqualTo(print("T", "", after));
  }

  @Test
  void saysWhatChanged() {
    TextPrint before = print("Talks end", "Both left.", STORY);

    assertThat(before.changedIn(article("Talks go on", "Both left.", STORY))).containsExactly("title");
    assertThat(before.changedIn(article("Talks end", "One left.", STORY))).containsExactly("summary");
    assertThat(before.changedIn(article("Talks end", "Both left.", STORY + " It was cold in the capital."))).containsExactly("body");
    assertThat(before.changedIn(article("TALKS END", "Both  left", "“" + STORY + "”"))).isEmpty();
    assertThat(before.changedIn(article("(LEAD) Talks end", "Both left.", STORY))).isEmpty();
  }

  @Test
  void isRememberedInLessThanThirtyCharacters() {
    TextPrint print = print("Talks end", "Both left.", STORY);

    assertThat(print.text()).hasSizeLessThan(30);
    assertThat(TextPrint.parse(print.text())).isEqualTo(print);
  }

  @Test
  void ofATextThatFormerStatesRememberOnlyWhetherItChangedIsKnown() {
    Article article = article("Talks end", "Both left.", STORY);

    assertThat(TextPrint.parse(article.contentHash()).changedIn(article)).isEmpty();
    assertThat(TextPrint.parse(article.contentHash()).changedIn(article("Talks go on", "", STORY)))
        .containsExactly("title", "summary", "body");
  }

  private static List<String> changed(String body) {
    return print("Talks end", "Both left.", STORY).changedIn(article("Talks end", "Both left.", body));
  }

  private static TextPrint print(String title, String summary, String body) {
    return TextPrint.of(article(title, summary, body));
  }

  private static Article article(String title, String summary, String body) {
    return Article.builder(URI.create("https://site.example/a")).title(title).summary(summary)
        .body(body, BodySource.PAGE).fetchedAt(Instant.EPOCH).build();
  }
}
