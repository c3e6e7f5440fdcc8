package io.tensionwire.detection.alert;

import io.tensionwire.detection.story.StoryState;
import io.tensionwire.detection.story.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was told of stories that turned out to be one: what was told of any of them was told of it. */
final class Earlier {

  private Earlier() {}

  /** @param told of the story that goes on; where it was never told, the first of the others speaks for it */
  static @Nullable Told of(@Nullable Told told, List<StoryState> merged) {
    List<Told> all = Stream.concat(Stream.ofNullable(told), merged.stream().map(StoryState::told).filter(Objects::nonNull))
        .toList();
    return all.isEmpty() ? null : all.stream().skip(1).reduce(all.getFirst(), Earlier::joined);
  }

  private static Told joined(Told one, Told other) {
    return new Told(
        one.severity(), one.peak().atLeast(other.peak()) ? one.peak() : other.peak(), one.polarity(), one.headline(),
        sorted(one.facts(), other.facts()), one.articleCount(), one.outletCount(), union(one.news(), other.news()),
        sorted(one.retracted(), other.retracted()), union(one.originators(), other.originators()),
        later(one.toldAt(), other.toldAt()), later(one.editedAt(), other.editedAt()),
        Stream.concat(one.folded().stream(), other.folded().stream()).distinct().toList());
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> union = new LinkedHashSet<>(one);
    union.addAll(other);
    return new ArrayList<>(union);
  }

  private static List<String> sorted(List<String> one, List<String> other) {
    return new ArrayList<>(new TreeSet<>(union(one, other)));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }
}
