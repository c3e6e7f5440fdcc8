package io.tensionwire.alerts.delivery;

import static io.tensionwire.alerts.AlertBuilder.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** The order in which whatever waits is told, however it came to wait. */
class BacklogOrderTest {

  private static final long NOW = 1000;

  /**
   * One that waits.
   *
   * @param pause from {@link #NOW}; nothing or less: none
   */
  private record Asked(int story, Severity severity, AlertKind kind, int attempts, long pause) {}

  private final List<Waiting> waits = new ArrayList<>();
  private long offset;

  @BeforeTry
  void nothingWaits() {
    waits.clear();
    offset = 0;
  }

  @Property(tries = 400)
  void eachIsToldOnceOrReplacedByANewerUpdateAndAStoryKeepsItsOrder(@ForAll("any") List<Asked> asked) {
    var backlog = new Backlog();
    List<Waiting> replaced = new ArrayList<>();
    asked.forEach(one -> replaced.addAll(add(backlog, one, NOW)));

    List<Waiting> told = new ArrayList<>();
    for (Waiting next = take(backlog, NOW); next != null; next = take(backlog, NOW)) {
      told.add(next);
    }

    assertThat(told).doesNotHaveDuplicates().hasSize(asked.size() - replaced.size()).noneMatch(replaced::contains);
    assertThat(backlog.size()).isZero();
    byStory(told).values().forEach(story -> assertThat(story).extracting(w -> w.delivery().alertOffset()).isSorted());
    byStory(told).values().forEach(story -> assertThat(story).filteredOn(BacklogOrderTest::isUpdate).hasSizeLessThan(2));
    assertThat(replaced).allMatch(BacklogOrderTest::isUpdate);
  }

  @Property(tries = 400)
  void theStoryWithTheMostSevereAlertComesFirstAndAmongEqualsTheOneThatHasWaitedLongest(
      @ForAll("any") List<Asked> asked) {
    var backlog = new Backlog();
    asked.forEach(one -> waits.removeAll(add(backlog, one, NOW)));

    for (Waiting next = take(backlog, NOW); next != null; next = take(backlog, NOW)) {
      List<Waiting> first = byStory(waits).values().stream()
          .min(Comparator.comparing(BacklogOrderTest::severest).reversed()
              .thenComparing(story -> story.getFirst().delivery().alertOffset()))
          .orElseThrow();
      assertThat(next).isEqualTo(first.getFirst());
      waits.remove(next);
    }
    assertThat(waits).isEmpty();
  }

  @Property(tries = 400)
  void onlyOneThatHasFailedInVainIsPassedByWhatComesAfterItInItsStory(@ForAll("pausing") List<Asked> asked) {
    var backlog = new Backlog();
    asked.forEach(one -> waits.removeAll(add(backlog, one, NOW + one.pause())));

    for (long now = NOW; backlog.size() > 0; now += Math.max(0, backlog.nanosToNext(now, w -> NOW))) {
      Waiting next = take(backlog, now);
      if (next != null) {
        long at = now;
        assertThat(asked.get((int) next.delivery().alertOffset()).pause()).isLessThanOrEqualTo(at - NOW);
        assertThat(byStory(waits).get(next.alert().subject()))
            .filteredOn(w -> w.delivery().alertOffset() < next.delivery().alertOffset())
            .allMatch(passed -> passed.delivery().attempts() >= Backlog.PATIENCE)
            .allMatch(passed -> asked.get((int) passed.delivery().alertOffset()).pause() > at - NOW);
        waits.remove(next);
      }
    }
    assertThat(waits).isEmpty();
  }

  /** A queue that slept until the moment it was told finds something then, or a later moment: it never spins. */
  @Property(tries = 400)
  void theTimeToTheNextIsNeitherTooLongNorNothingInVain(@ForAll("pausing") List<Asked> asked) {
    var backlog = new Backlog();
    asked.forEach(one -> add(backlog, one, NOW + one.pause()));
    // A lane of its own for what is severe, with room for it later.
    ToLongFunction<Waiting> freeAt = w -> w.alert().severity() == Severity.CRITICAL ? NOW + 30 : NOW;

    for (long now = NOW; backlog.size() > 0; ) {
      long wait = backlog.nanosToNext(now, freeAt);
      if (wait > 0) {
        assertThat(backlog.take(now + wait - 1, freeAt)).as("told before its time").isNull();
        now += wait;
      } else {
        assertThat(backlog.take(now, freeAt)).as("nothing to be told though it is time").isNotNull();
      }
      assertThat(now).isLessThan(NOW + 200);
    }
    assertThat(backlog.nanosToNext(NOW, freeAt)).isEqualTo(Long.MAX_VALUE);
  }

  @Provide
  Arbitrary<List<Asked>> any() {
    return lists(Arbitraries.just(0L));
  }

  @Provide
  Arbitrary<List<Asked>> pausing() {
    return lists(Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(-5, 100)));
  }

  private static Arbitrary<List<Asked>> lists(Arbitrary<Long> pauses) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3), Arbitraries.of(Severity.class),
            Arbitraries.of(AlertKind.OPENED, AlertKind.ESCALATED, AlertKind.UPDATED, AlertKind.CLOSED),
            Arbitraries.integers().between(0, 2 * Backlog.PATIENCE), pauses)
        .as(Asked::new).list().ofMaxSize(12);
  }

  private static @Nullable Waiting take(Backlog backlog, long now) {
    return backlog.take(now, waiting -> NOW);
  }

  private List<Waiting> add(Backlog backlog, Asked asked, long notBefore) {
    long at = offset++;
    Alert alert = alert().id("a" + at).story("s" + asked.story()).kind(asked.kind()).severity(asked.severity()).build();
    var delivery = new Delivery(
        alert.id(), "desk", alert.storyId(), alert.watchId(), asked.kind(), DeliveryState.PENDING, null, asked.attempts(),
        null, null, null, at, alert.raisedAt());
    var waiting = new Waiting(alert, delivery, null);
    waits.add(waiting);
    return backlog.add(waiting, notBefore);
  }

  private static Map<String, List<Waiting>> byStory(List<Waiting> all) {
    return all.stream().collect(Collectors.groupingBy(waiting -> waiting.alert().subject()));
  }

  private static Severity severest(List<Waiting> story) {
    return story.stream().map(waiting -> waiting.alert().severity()).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static boolean isUpdate(Waiting waiting) {
    return waiting.alert().kind() == AlertKind.UPDATED;
  }
}
