package io.tensionwire.detection.tension;

import static java.util.Objects.requireNonNull;

import io.tensionwire.model.Category;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Source;
import io.tensionwire.model.Stance;
import io.tensionwire.model.Story;
import io.tensionwire.model.StoryStatus;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one story adds to the windows of its day.
 *
 * @param day of its first event, in UTC
 * @param parts by direction; {@link Tension#TOTAL} among them, and no direction to which it adds nothing
 * @param lead the article that speaks for it
 */
public record StoryShare(
    String watchId, String storyId, LocalDate day, Map<String, Part> parts, @Nullable Source lead) {

  public StoryShare {
    requireNonNull(storyId, "storyId of a share is missing");
    requireNonNull(watchId, () -> "watchId is missing: " + storyId);
    requireNonNull(day, () -> "day is missing: " + storyId);
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts == null ? Map.of() : parts));
  }

  /** Where the share of a story is kept. */
  static String key(String watchId, String storyId) {
    return watchId + "/" + storyId;
  }

  String key() {
    return key(watchId, storyId);
  }

  Part part(String direction) {
    return parts.getOrDefault(direction, Part.NONE);
  }

  /** @param directions those of the pair, without the total */
  static StoryShare of(Story story, LocalDate day, List<String> directions) {
    return new StoryShare(
        story.watchId(), story.id(), day, parts(story, directions),
        story.articles().stream().filter(a -> a.title().equals(story.headline())).findFirst()
            .orElse(story.articles().isEmpty() ? null : story.articles().getFirst()));
  }

  /**
   * The weight of the severity goes to the story's polarity; that of a mixed story is divided as its current signals
   * are, each category by its heaviest. A direction gets the parts of those polarities that a signal has in it.
   */
  private static Map<String, Part> parts(Story story, List<String> directions) {
    Severity severity = story.severity();
    Polarity polarity = story.polarity();
    if (severity == null || polarity == null || story.status() == StoryStatus.MERGED) {
      return Map.of();
    }
    List<Signal> signals = story.signals().stream().filter(s -> s.current() && s.stance() != Stance.NEGATED).toList();
    Part total = divided(SeverityWeight.of(severity), polarity, signals);
    Map<String, Part> parts = new TreeMap<>();
    parts.put(Tension.TOTAL, total);
    for (String direction : directions) {
      var part = new Part(
          has(signals, direction, Polarity.ESCALATION) ? total.escalation() : 0,
          has(signals, direction, Polarity.DEESCALATION) ? total.deescalation() : 0);
      if (!part.nothing()) {
        parts.put(direction, part);
      }
    }
    return parts;
  }

  private static Part divided(long weight, Polarity polarity, List<Signal> signals) {
    return switch (polarity) {
      case ESCALATION -> new Part(weight, 0);
      case DEESCALATION -> new Part(0, weight);
      case MIXED -> {
        long worse = heaviest(signals, Polarity.ESCALATION);
        long better = heaviest(signals, Polarity.DEESCALATION);
        // Without signals to tell by, half of it is either.
        long escalation = worse + better == 0 ? weight / 2 : Math.round((double) weight * worse / (worse + better));
        yield new Part(escalation, weight - escalation);
      }
    };
  }

  private static long heaviest(List<Signal> signals, Polarity polarity) {
    Map<Category, Integer> heaviest = new EnumMap<>(Category.class);
    for (Signal signal : signals) {
      Category category = signal.category();
      if (signal.polarity() == polarity && category != null) {
        heaviest.merge(category, signal.weight(), Math::max);
      }
    }
    return heaviest.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static boolean has(List<Signal> signals, String direction, Polarity polarity) {
    return signals.stream().anyMatch(s -> s.polarity() == polarity && direction.equals(s.direction()));
  }
}
