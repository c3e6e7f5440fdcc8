package io.tensionwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.Judgement;
import io.tensionwire.fixtures.samples.Sample;
import io.tensionwire.fixtures.samples.Samples;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Article;
import io.tensionwire.model.ArticleStatus;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Language;
import io.tensionwire.model.Mentions;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Source;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalkTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final Sample told = sample(true);
  private final Sample trap = sample(false);
  private final List<String> lines = new ArrayList<>();
  private Judgement judgement = new Judgement.PassedOver("one-party-missing");
  private final Walk walk = new Walk(List.of(told, trap), article -> judgement, lines::add);

  @Test
  void anArticleThatConcernsNobodyIsALineWithItsReason() {
    walk.article(article(trap));

    assertThat(lines).singleElement().asString()
        .contains("passed over (does not name both South Korea and Russia)").contains(trap.text().title());
  }

  @Test
  void anArticleThatSaysNothingOfNoteIsALineWithItsReason() {
    judgement = new Judgement.Named(detection(trap, null, "only-recap"));

    walk.article(article(trap));

    assertThat(lines).singleElement().asString().contains("passed over (only looks back)");
  }

  @Test
  void aRecordReadTwiceIsSaidOnce() {
    walk.article(article(trap));
    walk.article(article(trap));

    assertThat(lines).hasSize(1);
  }

  @Test
  void anAlertThatIsTooOldIsALineWithItsReason() {
    walk.alert(alert(told));
    walk.delivery(delivery(DeliveryState.SUPPRESSED, "older-than-max-age"));

    assertThat(lines).singleElement().asString().contains("recorded, not told (it happened too long ago to be news)");
  }

  @Test
  void theWalkIsOverWhenEveryAlertHasCome() {
    walk.article(article(trap));
    judgement = new Judgement.Named(detection(told, Severity.HIGH, null));
    walk.article(article(told));
    assertThat(walk.settled()).as("the detection is still to come").isFalse();

    walk.detection(detection(told, Severity.HIGH, null));
    assertThat(walk.settled()).as("its story is still to come").isFalse();

    walk.story(story(told));
    walk.alert(alert(told));
    walk.delivery(delivery(DeliveryState.PENDING, null));
    assertThat(walk.settled()).as("the delivery is pending").isFalse();

    walk.delivery(delivery(DeliveryState.DELIVERED, null));
    assertThat(walk.settled()).isTrue();
    assertThat(walk.delivered()).isEqualTo(1);
    assertThat(walk.otherwise()).isEmpty();
    assertThat(walk.summary()).isEqualTo(
        "2 articles and 0 revisions: 1 worth telling, 1 passed over; "
            + "alerts: 1 of new stories, 0 of changes, 0 recorded, not told");
  }

  @Test
  void aJudgementThatNoReaderWouldShareIsNamed() {
    walk.article(article(told));

    assertThat(walk.otherwise()).containsExactly(told.id());
  }

  private static Sample sample(boolean alert) {
    return Samples.all().stream()
        .filter(sample -> sample.expect().alert() == alert && sample.update() == null)
        .findFirst()
        .orElseThrow();
  }

  private static URI url(Sample sample) {
    return URI.create("http://127.0.0.1:1" + sample.path());
  }

  private static Article article(Sample sample) {
    return Article.builder(url(sample)).title(sample.text().title()).outlet("Outlet").fetchedAt(NOW).build();
  }

  private static Detection detection(Sample sample, @Nullable Severity severity, @Nullable String passedOver) {
    Article article = article(sample);
    return new Detection(
        "d-" + sample.id(), article.id(), 1, "korea-russia", "1", article.title(), article.url(), "", "", Genre.REPORT,
        Language.EN, ArticleStatus.LIVE, null, NOW, NOW, 50, severity, severity == null ? null : Confidence.SINGLE,
        severity == null ? null : Polarity.ESCALATION, passedOver, List.of(),
        new Mentions(List.of(), List.of(), List.of(), List.of()), "", Gist.NONE, false, BodySource.FEED, NOW);
  }

  private static Story story(Sample sample) {
    return new Story(
        "s", "korea-russia", StoryStatus.OPEN, null, "", Severity.HIGH, Confidence.SINGLE, Polarity.ESCALATION, 1, 1, 1,
        List.of(Language.EN), NOW, NOW, List.of(source(sample)), List.of());
  }

  private static Source source(Sample sample) {
    Article article = article(sample);
    return new Source(article.id(), 1, article.title(), article.url(), "Outlet", Language.EN, null);
  }

  private static Alert alert(Sample sample) {
    Article article = article(sample);
    Source source = source(sample);
    return new Alert(
        "a", AlertKind.OPENED, "story/s", "s", "korea-russia", "1", Severity.HIGH, Confidence.SINGLE,
        Polarity.ESCALATION, article.title(), article.url(), "Outlet", Language.EN, Genre.REPORT, List.of(), List.of(),
        1, 1, List.of(source), null, null, null, NOW, NOW);
  }

  private static Delivery delivery(DeliveryState state, @Nullable String reason) {
    return new Delivery("a", "console", "s", "korea-russia", AlertKind.OPENED, state, reason, 1, null, null, null, 0, NOW);
  }
}
