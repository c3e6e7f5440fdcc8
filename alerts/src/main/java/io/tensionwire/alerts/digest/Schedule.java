package io.tensionwire.alerts.digest;

import io.tensionwire.alerts.delivery.Waiting;
import io.tensionwire.alerts.feedback.Feedbacks;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.route.Routing;
import io.tensionwire.alerts.silence.Silences;
import io.tensionwire.model.Alert;
import io.tensionwire.model.Delivery;
import io.tensionwire.model.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this turn tells by the clock. It hears every delivery, those that stood in the ledger and those that are written
 * since, and says when a notice is due. Used by the turn's thread; only {@link #notice} is asked by others.
 */
public final class Schedule {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  /** More than the longest shift, and than the longest time in which an alert may be acknowledged. */
  private static final Duration REMEMBERED = Duration.ofHours(26);

  private final Held held = new Held();
  private final Told told = new Told(REMEMBERED);
  private final Acknowledgements acknowledgements;
  private final Silences silences;
  private final Set<String> receivers;
  private final Digests digests;
  private final Reminders reminders;
  private final @Nullable HandOver handOver;
  private final Instant began;

  /** Settled lately, as the ledger has it: their alerts are wanted, too. */
  private final Map<String, Delivery> wanted = new LinkedHashMap<>();
  private final Map<String, Delivery> pendingNotices = new LinkedHashMap<>();
  private final Map<String, Draft> underWay = new ConcurrentHashMap<>();
  private @Nullable Instant firstOnRecord;
  private @Nullable Instant handedOver;
  private Instant nextLook = Instant.MIN;

  /**
   * Of a turn that begins now.
   *
   * @param receivers names of those that are on
   */
  public Schedule(
      Routing routing, ZoneId zone, Templates templates, @Nullable ShiftsConfig shifts, Set<String> receivers,
      Silences silences, Feedbacks feedbacks, Watchfulness watchfulness, Instant began) {
    var lines = new AlertLines(zone, templates);
    this.acknowledgements = new Acknowledgements(feedbacks);
    this.silences = silences;
    this.receivers = Set.copyOf(receivers);
    this.digests = new Digests(held, lines);
    this.reminders = new Reminders(routing, told, acknowledgements, lines);
    this.handOver = shifts == null ? null : new HandOver(shifts, zone, told, acknowledgements, watchfulness, lines);
    this.began = began;
  }

  /** A state that stands in the ledger, in the order in which they were written. */
  public void read(Delivery delivery) {
    String key = Held.key(delivery);
    told.at(delivery);
    if (firstOnRecord == null || delivery.updatedAt().isBefore(firstOnRecord)) {
      firstOnRecord = delivery.updatedAt();
    }
    if (NoticeId.of(delivery) != null) {
      pendingNotices.remove(key);
      if (delivery.state() == DeliveryState.PENDING) {
        pendingNotices.put(key, delivery);
      }
      return;
    }
    held.note(new Waiting(Draft.unread(delivery), delivery, null));
    wanted.remove(key);
    if (told.isRecent(delivery, began)) {
      belongsToItsStory(delivery);
      if (Told.isNews(delivery)) {
        wanted.put(key, delivery);
      }
    }
  }

  /** Those whose alerts are to be {@linkplain #recorded given}, besides what is pending. */
  public List<Delivery> wanted() {
    return wanted.values().stream().sorted((a, b) -> Long.compare(a.alertOffset(), b.alertOffset())).toList();
  }

  /** Whether a delivery waits for a digest and is none of the queues' business. */
  public static boolean isHeld(Delivery delivery) {
    return Held.isHeld(delivery);
  }

  /** Whether a delivery is of no alert. */
  public static boolean isNotice(Delivery delivery) {
    return NoticeId.of(delivery) != null;
  }

  /** The notices that a predecessor left pending, once the alerts are known; some may have nothing left to tell. */
  public List<Waiting> resume(Instant now) {
    List<Waiting> left = new ArrayList<>();
    for (Delivery pending : pendingNotices.values()) {
      NoticeId id = Objects.requireNonNull(NoticeId.of(pending));
      Draft draft = switch (id.kind()) {
        case DIGEST -> digests.again(id, pending, now);
        case SHIFT -> handOver == null ? null : handOver.draft(Objects.requireNonNull(id.at()), List.of(), now).with(pending);
        case AGAIN -> reminders.again(id, pending, now);
      };
      if (draft == null) {
        left.add(new Waiting(Draft.unread(pending), suppressed(pending, Reason.NOTHING_LEFT.with(null), now), null));
      } else if (!receivers.contains(pending.receiver())) {
        left.add(draft.waiting(true).with(suppressed(pending, Reason.RECEIVER_IS_OFF.with(null), now)));
      } else {
        underWay.put(Held.key(pending), draft);
        left.add(draft.waiting(true));
      }
    }
    pendingNotices.clear();
    return left;
  }

  /** A state that has been written to the ledger. */
  public void recorded(Waiting waiting) {
    Delivery delivery = waiting.delivery();
    if (isNotice(delivery)) {
      if (delivery.state() != DeliveryState.PENDING) {
        underWay.remove(Held.key(delivery));
      }
      return;
    }
    held.note(waiting);
    belongsToItsStory(delivery);
    if (!Draft.isUnread(waiting.alert())) {
      told.note(waiting);
    }
  }

  /** What follows from an outcome and is to be written down with it: the fate of all that a digest told. */
  public List<Waiting> consequences(Waiting outcome) {
    NoticeId id = NoticeId.of(outcome.delivery());
    return id != null && id.kind() == NoticeId.Kind.DIGEST ? digests.settled(outcome.delivery()) : List.of();
  }

  /**
   * What becomes of a notice whose receiver is dead.
   *
   * @param deputy who tells it instead
   * @param known whether the fate of an alert, or of what stands for one, at a receiver is on record
   * @param passedOn whether that is that another tells it
   */
  public Detour detour(
      Waiting notice, String deputy, BiPredicate<Alert, String> known, BiPredicate<Alert, String> passedOn,
      Instant now) {
    NoticeId id = Objects.requireNonNull(NoticeId.of(notice.delivery()));
    if (id.kind() == NoticeId.Kind.DIGEST) {
      return Detour.ofDigest(digests.members(notice.delivery()), deputy, known, passedOn, now);
    }
    if (passedOn.test(notice.alert(), deputy)) {
      return Detour.NONE;
    }
    Draft draft = underWay.get(Held.key(notice.delivery()));
    if (draft == null || known.test(notice.alert(), deputy)) {
      return Detour.NOTHING_LEFT;
    }
    Draft there = draft.at(deputy, now);
    underWay.put(Held.key(there.delivery()), there);
    return new Detour(List.of(there.waiting(false)), true);
  }

  /** What is told in an alert's place; {@code null} for an alert. */
  public @Nullable Notice notice(Delivery delivery) {
    Draft draft = underWay.get(Held.key(delivery));
    return draft == null ? null : draft.notice();
  }

  /**
   * What is to be written down now, and told where it is pending.
   *
   * @param known whether a delivery is on record
   * @param pending all that is pending in the ledger
   */
  public List<Waiting> due(Instant now, Predicate<Delivery> known, Supplier<Collection<Delivery>> pending) {
    if (now.isBefore(nextLook)) {
      return List.of();
    }
    List<Waiting> silenced = silenced(now);
    if (!silenced.isEmpty()) {
      return silenced; // Then the digests, without them.
    }
    nextLook = now.plus(LOOK_EVERY);
    Set<String> busy = receiversOfDigestsUnderWay();
    List<Draft> due = new ArrayList<>(
        digests.due(now, receiver -> receivers.contains(receiver) && !busy.contains(receiver)));
    due.addAll(handOver(now, known, pending));
    due.addAll(reminders.due(now, known));
    return due.stream().map(draft -> begun(draft, now)).toList();
  }

  private Waiting begun(Draft draft, Instant now) {
    Delivery delivery = draft.delivery();
    String silence = silences.silencing(draft.about(), now);
    if (!receivers.contains(delivery.receiver())) {
      return draft.waiting(false).with(suppressed(delivery, Reason.RECEIVER_IS_OFF.with(null), now));
    }
    if (silence != null) {
      return draft.waiting(false).with(suppressed(delivery, Reason.SILENCED.with(silence), now));
    }
    underWay.put(Held.key(delivery), draft);
    return draft.waiting(false);
  }

  private List<Waiting> silenced(Instant now) {
    List<Waiting> silenced = new ArrayList<>();
    Set<String> busy = receiversOfDigestsUnderWay();
    for (Waiting waiting : held.all()) {
      if (!Held.until(waiting).isAfter(now) && !busy.contains(waiting.delivery().receiver())) {
        String silence = silences.silencing(waiting.alert(), now);
        if (silence != null) {
          silenced.add(waiting.with(suppressed(waiting.delivery(), Reason.SILENCED.with(silence), now)));
        }
      }
    }
    return silenced;
  }

  /** Of a shift that ended before there was anybody to tell of it, nothing is said. */
  private List<Draft> handOver(Instant now, Predicate<Delivery> known, Supplier<Collection<Delivery>> pending) {
    if (handOver == null) {
      return List.of();
    }
    Instant end = handOver.lastEnd(now);
    boolean witnessed = !began.isAfter(end) || firstOnRecord != null && firstOnRecord.isBefore(end);
    if (end.equals(handedOver) || !witnessed) {
      return List.of();
    }
    handedOver = end;
    acknowledgements.retain(told.all().stream().map(each -> each.delivery().storyId())
        .filter(Objects::nonNull).collect(Collectors.toSet()));
    Draft draft = handOver.draft(end, pending.get(), now);
    return known.test(draft.delivery()) ? List.of() : List.of(draft);
  }

  private Set<String> receiversOfDigestsUnderWay() {
    return underWay.values().stream().map(Draft::delivery)
        .filter(delivery -> delivery.alertId().startsWith("digest/")).map(Delivery::receiver).collect(Collectors.toSet());
  }

  private void belongsToItsStory(Delivery delivery) {
    String story = delivery.storyId();
    if (story != null) {
      acknowledgements.note(delivery.alertId(), story);
    }
  }

  private static Delivery suppressed(Delivery from, String reason, Instant now) {
    return new Delivery(
        from.alertId(), from.receiver(), from.storyId(), from.watchId(), from.kind(), DeliveryState.SUPPRESSED, reason,
        from.attempts(), null, null, null, from.alertOffset(), now);
  }
}
