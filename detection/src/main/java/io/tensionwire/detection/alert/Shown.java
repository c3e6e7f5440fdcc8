package io.tensionwire.detection.alert;

import io.tensionwire.detection.story.MostTelling;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader of an alert sees of a story: where that is other than before, there is something to edit. */
record Shown(
    @Nullable Severity severity,
    Severity peak,
    @Nullable Polarity polarity,
    String headline,
    List<String> facts,
    int articleCount,
    int outletCount) {

  /** @param peak the highest severity told with it */
  static Shown of(StoryState story, Severity peak) {
    return new Shown(
        story.severity(), peak, story.polarity(), story.lead().source().title(),
        story.signals().stream().map(MostTelling::fact).distinct().sorted().toList(),
        story.articleCount(), story.outlets().size());
  }

  static Shown of(Told told) {
    return new Shown(
        told.severity(), told.peak(), told.polarity(), told.headline(), told.facts(), told.articleCount(),
        told.outletCount());
  }

  Told told(
      List<String> news, List<String> retracted, List<String> originators, List<Told.Folded> folded,
      @Nullable Instant toldAt, @Nullable Instant editedAt) {
    return new Told(
        severity, peak, polarity, headline, facts, articleCount, outletCount, news, retracted, originators, toldAt,
        editedAt, folded);
  }
}
