package io.tensionwire.alerts.message;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static io.tensionwire.alerts.AlertBuilder.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.alerts.AlertBuilder;
import io.tensionwire.alerts.message.Surroundings.Blind;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Stance;
import io.tensionwire.model.yaml.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2026-11-21T09:05:00Z");
  private static final Alert WARNING = warning("now", "story-now", NOW);

  private final Precedents precedents = new Precedents(Templates.USUAL);

  @Test
  void saysWhenSomethingLikeItWasLastToldAndByWhom() {
    precedents.note(warning("old", "story-1", NOW.minus(Duration.ofDays(20))));
    precedents.note(warning("last", "story-2", NOW.minus(Duration.ofDays(8))));
    precedents.note(WARNING);

    assertThat(context(precedents, WARNING)).containsExactly(
        "last like it 13 Nov 2026 · Russia (foreign ministry spokesperson) → South Korea: retaliation threat · Harbour Post");
  }

  @Test
  void neitherTheStoryItselfNorWhatCameLaterNorAnotherKindOfThingIsAPrecedent() {
    precedents.note(warning("same", "story-now", NOW.minus(Duration.ofDays(1))));
    precedents.note(warning("later", "story-3", NOW.plus(Duration.ofDays(1))));
    precedents.note(told("talks", "story-4", Category.DIALOGUE, NOW.minus(Duration.ofDays(1))));

    assertThat(context(precedents, WARNING)).isEmpty();
  }

  @Test
  void aBurstAboutOneStoryKeepsTheOneBeforeIt() {
    precedents.note(warning("last", "story-2", NOW.minus(Duration.ofDays(8))));
    for (int i = 0; i < 100; i++) {
      precedents.note(warning("update" + i, "story-now", NOW));
    }

    assertThat(context(precedents, WARNING)).singleElement().asString().startsWith("last like it 13 Nov 2026");
  }

  @Test
  void aPrecedentIsWordedAsTheNewsroomWordsIt() {
    var own = new Precedents(Templates.from(Section.parse("gloss: '{{what}} by {{from}}'", "templates.yaml")));
    own.note(warning("last", "story-2", NOW.minus(Duration.ofDays(8))));

    assertThat(context(own, WARNING)).singleElement().asString().contains("retaliation threat by Russia · Harbour Post");
  }

  @Test
  void saysWhoseFeedsCannotBeSeen() {
    assertThat(blind(new Blind("TASS", 1, 1), new Blind("Yonhap", 3, 3), new Blind("RIA", 1, 2)))
        .containsExactly("cannot see 5 of 41 feeds: TASS, Yonhap (3 feeds), RIA (1 of 2 feeds)");
    assertThat(blind(Stream.of("A", "B", "C", "D", "E").map(each -> new Blind(each, 1, 1)).toArray(Blind[]::new)))
        .containsExactly("cannot see 5 of 41 feeds: A, B, C, D and 1 outlet more");
  }

  private static List<String> blind(Blind... outlets) {
    return Message.of(WARNING, PARIS, Templates.USUAL, new Surroundings(null, List.of(outlets), 41)).context();
  }

  private static List<String> context(Precedents precedents, Alert alert) {
    return Message.of(alert, PARIS, Templates.USUAL, new Surroundings(precedents.before(alert), List.of(), 0)).context();
  }

  private static Alert warning(String id, String story, Instant at) {
    return told(id, story, Category.RETALIATION_THREAT, at);
  }

  private static Alert told(String id, String story, Category category, Instant at) {
    return AlertBuilder.alert().id(id).story(story).at(at).outlet("Harbour Post")
        .signal(signal(category, Stance.ASSERTED, "Moscow will answer.", "will answer", Language.EN)).build();
  }
}
