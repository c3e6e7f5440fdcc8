package io.tensionwire.detection.alert;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Id;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Story;
import io.tensionwire.model.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An alert about a story as it is now.
 *
 * @param originators how many reported it on their own
 * @param watchVersion the rules that the cause was judged by
 */
record AlertForm(StoryState story, int originators, String watchVersion, Instant eventAt, Instant raisedAt) {

  /** What an alert says of the change that it tells. */
  record Change(@Nullable String before, @Nullable String after, String reason) {}

  /** @param fact what tells this alert from others of its kind about the story; none where there is one at most */
  Alert alert(AlertKind kind, Change change, String... fact) {
    String id = Id.of(Stream.concat(Stream.of(WireName.of(kind), story.id()), Stream.of(fact)).toArray(String[]::new));
    Member lead = story.lead();
    List<Signal> signals = story.signals();
    return new Alert(
        id, kind, "story/" + story.id(), story.id(), story.watchId(), watchVersion, severity(),
        requireNonNullElse(story.confidence(originators), Confidence.SINGLE), story.polarity(),
        lead.source().title(), lead.source().url(), lead.source().outlet(), lead.source().language(), lead.genre(),
        directions(signals), signals, story.articleCount(), story.outlets().size(), sources(lead),
        change.before(), change.after(), change.reason(), eventAt, raisedAt);
  }

  /** Where the wording is gone, the alert still goes to those who were told of it. */
  private Severity severity() {
    Told told = story.told();
    return requireNonNullElse(story.severity(), told == null ? Severity.NOTICE : told.peak());
  }

  private static List<String> directions(List<Signal> signals) {
    List<String> current = signals.stream().filter(Signal::current).map(Signal::direction)
        .filter(Objects::nonNull).distinct().sorted().toList();
    return current.isEmpty()
        ? signals.stream().map(Signal::direction).filter(Objects::nonNull).distinct().sorted().toList()
        : current;
  }

  private List<Source> sources(Member lead) {
    List<Source> sources = new ArrayList<>();
    sources.add(lead.source());
    story.members().stream().filter(m -> m != lead).map(Member::source).forEach(sources::add);
    return List.copyOf(sources.subList(0, Math.min(Story.MOST, sources.size())));
  }
}
