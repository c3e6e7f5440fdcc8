package io.tensionwire.detection.tension;

import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Stance;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import io.tensionwire.model.TextField;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories, by what matters to the tension. */
final class Reports {

  static final Tension.Pair PAIR = new Tension.Pair("korea-russia", "v1", List.of("south-korea", "russia"), 90);
  static final String SEOUL_TO_MOSCOW = "south-korea>russia";
  static final String MOSCOW_TO_SEOUL = "russia>south-korea";
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Reports() {}

  static Story story(String id, @Nullable Severity severity, @Nullable Polarity polarity, Signal... signals) {
    var source = new Source(
        "article-" + id, 1, "SAMPLE: " + id, URI.create("https://gazette.example/" + id), "Gazette", Language.EN, NOON);
    return new Story(
        id, "korea-russia", StoryStatus.OPEN, null, "SAMPLE: " + id, severity, null, polarity, 1, 1, 1,
        List.of(Language.EN), NOON, NOON, List.of(source), List.of(signals));
  }

  static Story threat(String id, Severity severity) {
    return story(id, severity, Polarity.ESCALATION, signal(Category.RETALIATION_THREAT, MOSCOW_TO_SEOUL, 60));
  }

  static Signal signal(Category category, @Nullable String direction, int weight) {
    String[] ends = direction == null ? new String[] {null, null} : direction.split(">", -1);
    return new Signal(
        category.name(), category, category.polarity(), Stance.ASSERTED, true, "words", "words", 0, TextField.BODY, 0,
        5, ends[0], ends[1], null, null, weight, "", Language.EN);
  }

  static Signal recap(Signal s) {
    return new Signal(
        s.id(), s.category(), s.polarity(), s.stance(), false, s.phrase(), s.sentence(), s.sentenceStart(), s.field(),
        s.start(), s.end(), s.from(), s.to(), s.speaker(), s.deniedBy(), s.weight(), s.articleId(), s.language());
  }
}
