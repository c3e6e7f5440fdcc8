package io.tensionwire.detection.origin;

import static io.tensionwire.detection.story.Sample.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.story.FollowedArticle;
import io.tensionwire.detection.story.Sample;
import io.tensionwire.detection.story.StoryChange;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.model.Category;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Gist;
import io.tensionwire.model.Severity;
import io.tensionwire.model.outlet.Outlet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is counted as a source of a story. */
class OriginatorsTest {

  private static final Originators ORIGINATORS = new Originators(List.of(
      new Outlet("Gazette", "independent", "gazette", "GB", false),
      new Outlet("Gazette Evening", "independent", "gazette", "GB", false),
      new Outlet("Agency", "independent", "agency", "KR", false),
      new Outlet("Bulletin", "independent", "bulletin", "KR", false),
      new Outlet("State Radio", "state", "radio", "RU", false),
      new Outlet("State Paper", "state", "paper", "RU", false),
      new Outlet("The Ministry", "official", "ministry", "RU", false)));

  private final Map<String, FollowedArticle> articles = new HashMap<>();
  private @Nullable StoryState story;

  @Test
  void outletsOfOneFamilyAreOne() {
    file("a", "Gazette").file("b", " GAZETTE  Evening ");
    assertThat(count()).isEqualTo(1);

    file("c", "Bulletin");
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void theOutletsAndOfficesOfOneStateAreOne() {
    file("a", "State Radio").file("b", "State Paper").file("c", "The Ministry");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void anOutletThatNobodyKnowsIsItsOwn() {
    file("a", "Harbour Wire").file("b", "harbour wire").file("c", "Hill Wire");
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void whoeverCitesAnAgencyHasItFromThere() {
    file("a", "Gazette", "Agency").file("b", "Bulletin", "Agency").file("c", "Agency");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void anAgencyThatIsNotInTheListIsCitedAllTheSame() {
    file("a", "Gazette", "Far Press Agency").file("b", "Bulletin", "Far Press Agency");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void citationsOfCitationsEndWithTheFirst() {
    file("c", "Bulletin", "Gazette").file("b", "Gazette", "Agency").file("d", "Harbour Wire", "Bulletin");
    assertThat(ORIGINATORS.of(state())).containsExactly("family agency");
  }

  @Test
  void thoseWhoCiteEachOtherAreOne() {
    file("a", "Gazette", "Bulletin").file("b", "Bulletin", "Gazette").file("c", "Harbour Wire", "Gazette");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void twoWhoHeardTheSameOfficialAreTwo() {
    file("a", "Gazette", "The Ministry", "russia/foreign-ministry").file("b", "Bulletin", "The Ministry");
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void aNearCopyIsTheWordOfWhatItCopies() {
    String wire = "The envoy was summoned on Friday over the remarks of the week before. ".repeat(3);
    text("a", "Gazette", wire).text("b", "Bulletin", wire + "Edited by the desk.");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void onlyReportsThatSayItBearWitness() {
    file("a", "Gazette");
    story(Sample.of("b").outlet("Bulletin").says(null).detection());
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aPageThatNamesItsSourceTakesBackWhatTheTeaserSeemed() {
    file("a", "Agency").file("b", "Gazette");
    assertThat(count()).isEqualTo(2);

    story(cited(Sample.of("b").outlet("Gazette").revision(2).text("text two of b").detection(), "Agency"));

    assertThat(count()).isEqualTo(1);
  }

  private OriginatorsTest file(String article, String outlet, String... cites) {
    return story(cited(Sample.of(article).outlet(outlet).text(article.repeat(40)).detection(), cites));
  }

  private OriginatorsTest text(String article, String outlet, String text) {
    return story(Sample.of(article).outlet(outlet).text(text).says(Severity.HIGH, Sample.signal(
        "protest", Category.DIPLOMATIC_PROTEST, 40)).detection());
  }

  private OriginatorsTest story(Detection detection) {
    FollowedArticle known = articles.get(detection.articleId());
    StoryChange change = known == null
        ? StoryChange.first(detection, story) : StoryChange.revision(detection, known, story);
    articles.put(detection.articleId(), change.article());
    story = ORIGINATORS.credit(change, articles::get);
    return this;
  }

  private static Detection cited(Detection d, String... cites) {
    return new Detection(
        "", d.articleId(), d.revision(), d.watchId(), d.watchVersion(), d.title(), d.url(), d.feedId(), d.outlet(),
        d.genre(), d.language(), d.status(), d.publishedAt(), d.fetchedAt(), NOON, d.score(), d.severity(),
        d.confidence(), d.polarity(), d.passedOver(), d.signals(), d.mentions(), d.fingerprint(),
        new Gist(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(cites)), d.firstPoll(), d.bodySource(),
        d.detectedAt());
  }

  private int count() {
    return ORIGINATORS.count(state());
  }

  private StoryState state() {
    return requireNonNull(story);
  }
}
