package io.tensionwire.alerts.thread;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The threads of all stories at all receivers that give their messages names. Bounded: what nobody was told anything of
 * for 30 days has no thread any more. Safe for several threads.
 */
public final class StoryThreads {

  /** A story that goes on after so long begins a new thread. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int MOST_THREADS = 20_000;
  private static final int MOST_ALERTS_OF_ONE = 10;
  /** News of their own: none of them changes what was told of a story. */
  private static final Set<AlertKind> NO_STORY = Set.of(AlertKind.POSITION, AlertKind.TENSION, AlertKind.COVERAGE);

  private final Clock clock;
  private final AlertsRead alerts;
  /** By receiver and story; the one that was touched last stands last. */
  private final Map<String, ThreadState> threads = new LinkedHashMap<>();
  private final Map<String, Map<String, Mark>> marks = new LinkedHashMap<>();

  public StoryThreads(AlertsRead alerts, Clock clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  /** Reads alerts again that were told before. */
  @FunctionalInterface
  public interface AlertsRead {
    /** The alert at an offset of its topic; {@code null} where it is no longer there, or cannot be had now. */
    @Nullable Alert at(long offset);
  }

  /** The story that an alert is about; {@code null} where it is news of its own. */
  public static @Nullable String story(Alert alert) {
    return alert.kind() != null && NO_STORY.contains(alert.kind()) ? null : alert.storyId();
  }

  /** A line of the ledger, in its order: what is pending there may have been told by a predecessor. */
  public synchronized void note(Delivery line) {
    note(line, line.state() == DeliveryState.PENDING);
  }

  /** What became of a call. {@code mayBeTold}: nobody knows whether it was told. */
  public synchronized void note(Delivery delivery, boolean mayBeTold) {
    String story = delivery.storyId();
    boolean ofAStory = delivery.kind() == null || !NO_STORY.contains(delivery.kind());
    if (story == null || !ofAStory || delivery.updatedAt().isBefore(clock.instant().minus(KEPT))) {
      return;
    }
    String key = key(delivery.receiver(), story);
    ThreadState known = threads.remove(key);
    ThreadState state = known == null ? new ThreadState() : known;
    state.note(delivery, mayBeTold);
    if (state.root() != null || state.doubtful()) {
      threads.put(key, state);
      forgetTheOld();
    }
  }

  /** What a reader made of an alert. */
  public synchronized void note(Feedback feedback) {
    mark(feedback.alertId(), Mark.of(feedback));
  }

  public synchronized void note(Silence silence) {
    Mark mark = Mark.of(silence);
    String story = Mark.story(silence);
    if (mark != null && story != null) {
      mark(story, mark);
    }
  }

  private void mark(String about, Mark mark) {
    if (mark.at().isAfter(clock.instant().minus(KEPT))) {
      marks.computeIfAbsent(about, a -> new LinkedHashMap<>()).putIfAbsent(mark.about(), mark);
      if (marks.size() > MOST_THREADS) {
        marks.remove(marks.keySet().iterator().next());
      }
    }
  }

  /** Whether something of the story was told, or may have been. */
  public synchronized boolean knows(String receiver, Alert alert) {
    String story = story(alert);
    return story != null && threads.containsKey(key(receiver, story));
  }

  /** Whether something was sent of this story of which nobody knows whether it was told. */
  public synchronized boolean mayHaveBegun(String receiver, Alert alert) {
    String story = story(alert);
    ThreadState state = story == null ? null : threads.get(key(receiver, story));
    return state != null && state.doubtful();
  }

  /** The thread that an alert joins, where nobody is woken. */
  public @Nullable StoryThread of(String receiver, Alert alert, long offset, Function<Alert, Message> inWords) {
    return of(receiver, alert, offset, inWords, told -> null);
  }

  /**
   * The thread that an alert joins.
   *
   * @param offset of the alert on its topic: a newer one may have been told before it
   * @param inWords how an alert is told
   * @param wakes whom an alert wakes
   * @return {@code null} where nothing was told that has a name
   */
  public @Nullable StoryThread of(
      String receiver, Alert alert, long offset, Function<Alert, Message> inWords,
      Function<Alert, @Nullable String> wakes) {
    String story = story(alert);
    List<ThreadState.Told> told;
    String root;
    List<String> words;
    synchronized (this) {
      ThreadState state = story == null ? null : threads.get(key(receiver, story));
      root = state == null ? null : state.root();
      if (state == null || root == null || story == null) {
        return null;
      }
      told = state.toldWith(alert, offset);
      words = marks(story, told);
    }
    Alert first = read(told.getFirst(), alert);
    Alert worded = told.stream()
        .filter(each -> each.kind() == AlertKind.CORRECTED).reduce((a, b) -> b).map(each -> read(each, alert))
        .orElse(first);
    Alert latest = read(told.getLast(), alert);
    List<String> notified = told.stream()
        .filter(ThreadState.Told::notifies).map(ThreadState.Told::alertId).toList();
    return new StoryThread(
        root, inWords.apply(first), inWords.apply(AsOf.of(worded, latest)),
        notified.subList(Math.max(0, notified.size() - MOST_ALERTS_OF_ONE), notified.size()), words, wakes.apply(first));
  }

  private Alert read(ThreadState.Told told, Alert now) {
    if (told.alertId().equals(now.id())) {
      return now;
    }
    Alert alert = alerts.at(told.offset());
    // What is no longer to be had is better shown as it is now than not at all.
    return alert == null || !alert.id().equals(told.alertId()) ? now : alert;
  }

  private List<String> marks(String story, List<ThreadState.Told> told) {
    Map<String, Mark> all = new LinkedHashMap<>(marks.getOrDefault(story, Map.of()));
    for (ThreadState.Told each : told) {
      marks.getOrDefault(each.alertId(), Map.of()).forEach(all::putIfAbsent);
    }
    List<Mark> inOrder = new ArrayList<>(all.values());
    inOrder.sort(Comparator.comparing(Mark::at));
    return inOrder.stream().map(Mark::words).distinct().toList();
  }

  private void forgetTheOld() {
    Instant since = clock.instant().minus(KEPT);
    for (Iterator<ThreadState> oldest = threads.values().iterator(); oldest.hasNext(); ) {
      if (!oldest.next().touchedAt().isBefore(since) && threads.size() <= MOST_THREADS) {
        break;
      }
      oldest.remove();
    }
  }

  private static String key(String receiver, String story) {
    return receiver + "/" + story;
  }
}
