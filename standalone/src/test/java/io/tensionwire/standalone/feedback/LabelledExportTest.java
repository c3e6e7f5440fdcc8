package io.tensionwire.standalone.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Category;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.TextField;
import io.tensionwire.service.kafka.KafkaSettings;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelledExportTest {

  private static final Instant T = Instant.parse("2026-11-21T09:00:00Z");

  /** Topics that are maps. */
  private static final class Kept extends FeedbackOnTopics {
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, Article> articles = new LinkedHashMap<>();

    Kept() {
      super(KafkaSettings.at("127.0.0.1:1"));
    }

    @Override
    Map<String, Alert> alerts(Set<String> ids) {
      Map<String, Alert> found = new TreeMap<>(alerts);
      found.keySet().retainAll(ids);
      return found;
    }

    @Override
    Map<String, Article> articles(Set<String> ids) {
      Map<String, Article> found = new TreeMap<>(articles);
      found.keySet().retainAll(ids);
      return found;
    }
  }

  private final Kept kept = new Kept();

  @Test
  void whatIsNotRelevantIsADocumentThatShouldNotBeTold() {
    keep("a1", "x1");

    LabelledExport.Document document = only(List.of(new Feedback("a1", "kim", "not-relevant", List.of(), "a metro line", T)));

    assertThat(document).isEqualTo(new LabelledExport.Document(
        "x1", "en", "SAMPLE: Red line extended", "A summary.\nThe red line will reach the river.", T, "none", List.of(), false,
        "report", null, null, "not-relevant: a metro line", URI.create("https://daily.example/x1"), "en", false,
        List.of("rule-dialogue", "rule-red")));
    assertThat(Json.write(document)).contains("\"label\":\"none\"", "\"alert\":false").doesNotContain("kim");
  }

  @Test
  void whatIsAcknowledgedKeepsItsSignals() {
    keep("a1", "x1");

    LabelledExport.Document document = only(List.of(new Feedback("a1", "kim", "acknowledged", List.of(), null, T)));

    assertThat(document.alert()).isTrue();
    assertThat(document.label()).isEqualTo("escalation");
    assertThat(document.signals()).containsExactly("dialogue", "red-line");
    assertThat(document.severity()).isEqualTo("high");
    assertThat(document.look()).isEmpty();
  }

  @Test
  void oneSignalThatIsWrongLeavesTheOthers() {
    keep("a1", "x1");

    LabelledExport.Document document = only(List.of(new Feedback("a1", "kim", "not-relevant", List.of("rule-red"), null, T)));

    assertThat(document.alert()).isTrue();
    assertThat(document.signals()).containsExactly("dialogue");
    assertThat(document.look()).containsExactly("rule-red");
  }

  @Test
  void readersWhoDisagreeMakeItAmbiguous() {
    keep("a1", "x1");

    LabelledExport.Document document = only(List.of(
        new Feedback("a1", "kim", "not-relevant", List.of(), null, T),
        new Feedback("a1", "lee", "acknowledged", List.of(), null, T.plusSeconds(1))));

    assertThat(document.ambiguous()).isTrue();
    assertThat(document.alert()).isTrue();
    assertThat(document.note()).isEqualTo("not-relevant; acknowledged");
  }

  @Test
  void whatWasSaidToSeveralAlertsOfOneArticleIsAllOfIt() {
    keep("a1", "x1");
    keep("a2", "x1");

    LabelledExport.Document document = only(List.of(
        new Feedback("a1", "kim", "not-relevant", List.of(), null, T),
        new Feedback("a2", "lee", "acknowledged", List.of(), null, T.plusSeconds(1))));

    assertThat(document.ambiguous()).isTrue();
    assertThat(document.note()).isEqualTo("not-relevant; acknowledged");
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaid() {
    keep("a1", "x1");
    kept.articles.clear();

    LabelledExport export = LabelledExport.of(
        List.of(
            new Feedback("a1", "kim", "not-relevant", List.of(), null, T),
            new Feedback("a2", "kim", "not-relevant", List.of(), null, T)),
        kept);

    assertThat(export.documents()).isEmpty();
    assertThat(export.missing()).containsExactly(
        "a1: its article x1 is not kept any more: https://daily.example/x1", "a2: the alert is not kept any more");
  }

  private LabelledExport.Document only(List<Feedback> feedback) {
    LabelledExport export = LabelledExport.of(feedback, kept);
    assertThat(export.missing()).isEmpty();
    assertThat(export.documents()).hasSize(1);
    return export.documents().getFirst();
  }

  private void keep(String alertId, String articleId) {
    URI url = URI.create("https://daily.example/" + articleId);
    kept.articles.put(articleId, Article.builder(url).id(articleId).title("SAMPLE: Red line extended")
        .summary("A summary.").body("The red line will reach the river.", BodySource.FEED).genre(Genre.REPORT)
        .language(Language.EN).publishedAt(T).fetchedAt(T).build());
    kept.alerts.put(alertId, Json.read("""
        {"id":"%s","kind":"opened","subject":"story/s1","storyId":"s1","watchId":"korea-russia","severity":"high",
         "polarity":"escalation","headline":"SAMPLE: Red line extended","url":"%s","eventAt":"%s","raisedAt":"%s",
         "signals":[%s,%s]}""".formatted(
            alertId, url, T, T, Json.write(signal("rule-red", Category.RED_LINE, articleId)),
            Json.write(signal("rule-dialogue", Category.DIALOGUE, articleId))), Alert.class));
  }

  private static Signal signal(String rule, Category category, String articleId) {
    return new Signal(
        rule, category, Polarity.ESCALATION, Stance.ASSERTED, true, "red line", "The red line will reach the river.", 0,
        TextField.BODY, 4, 12, null, null, null, null, 30, articleId, Language.EN);
  }
}
