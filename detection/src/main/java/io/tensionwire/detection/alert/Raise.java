package io.tensionwire.detection.alert;

import static java.util.Objects.requireNonNullElse;

import io.tensionwire.detection.story.Member;
import io.tensionwire.detection.story.MostTelling;
import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Detection;
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
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a change of a story is worth an alert, and writes it. An alert's id follows from the story and the
 * fact that it tells, so that a replay raises the same and nothing is told twice:
 *
 * <ul>
 *   <li>{@code opened} once for each story, when it first has a severity;
 *   <li>{@code escalated} once for each severity above all that were told before;
 *   <li>{@code updated} once for each revision or copy that changes anything else that was told.
 * </ul>
 */
public final class Raise {

  private Raise() {}

  /** An alert and what is told with it. */
  public record Raised(Alert alert, Told told) {}

  public static @Nullable Raised raise(StoryState story, Detection cause, Instant raisedAt) {
    Told before = story.told();
    Severity severity = story.severity();
    Told now = now(story, before);
    if (now == null || now.equals(before)) {
      return null;
    }
    if (before == null) {
      return new Raised(
          alert(AlertKind.OPENED, Id.of("opened", story.id()), story, cause, raisedAt, null, null,
              "first report, by " + cause.outlet()),
          now);
    }
    String reason = Reason.of(cause, before, now, story.signals());
    if (severity != null && severity.compareTo(before.peak()) > 0) {
      return new Raised(
          alert(AlertKind.ESCALATED, Id.of("escalated", story.id(), WireName.of(severity)), story, cause, raisedAt,
              WireName.of(before.peak()), WireName.of(severity), reason),
          now);
    }
    Reason.Change change = Reason.change(before, now);
    return new Raised(
        alert(AlertKind.UPDATED, Id.of("updated", story.id(), cause.id()), story, cause, raisedAt,
            change.before(), change.after(), reason),
        now);
  }

  private static @Nullable Told now(StoryState story, @Nullable Told before) {
    Severity severity = story.severity();
    if (severity == null && before == null) {
      return null;
    }
    Severity peak = before == null ? severity : before.peak();
    if (peak == null || (severity != null && severity.compareTo(peak) > 0)) {
      peak = requireNonNullElse(severity, Severity.NOTICE);
    }
    return new Told(
        severity, peak, story.polarity(), story.lead().source().title(),
        story.signals().stream().map(MostTelling::fact).distinct().sorted().toList(),
        story.articleCount(), story.outlets().size());
  }

  private static Alert alert(
      AlertKind kind, String id, StoryState story, Detection cause, Instant raisedAt,
      @Nullable String before, @Nullable String after, String reason) {
    Member lead = story.lead();
    List<Signal> signals = story.signals();
    return new Alert(
        id, kind, "story/" + story.id(), story.id(), story.watchId(), cause.watchVersion(),
        severity(story), requireNonNullElse(story.confidence(), Confidence.SINGLE), story.polarity(),
        lead.source().title(), lead.source().url(), lead.source().outlet(), lead.source().language(), lead.genre(),
        directions(signals), signals, story.articleCount(), story.outlets().size(), sources(story, lead),
        before, after, reason, cause.eventAt(), raisedAt);
  }

  /** Where the wording is gone, the alert still goes to those who were told of it. */
  private static Severity severity(StoryState story) {
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

  private static List<Source> sources(StoryState story, Member lead) {
    List<Source> sources = new ArrayList<>();
    sources.add(lead.source());
    story.members().stream().filter(m -> m != lead).map(Member::source).forEach(sources::add);
    return List.copyOf(sources.subList(0, Math.min(Story.MOST, sources.size())));
  }
}
