package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Dispatch;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.StoryThread;
import io.tensionwire.alerts.slack.Mention;
import io.tensionwire.alerts.thread.StoryThreads;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import io.tensionwire.model.WireName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One story, one root. What the story comes to is edited into the root, which notifies nobody; what readers should notice
 * is also a reply. Each step may be repeated: an edit by its nature, a post because it is looked for first wherever it may
 * stand already.
 */
final class StoryTeller {

  /** Slack's clock and ours. */
  private static final Duration SLACK = Duration.ofMinutes(10);
  private static final Duration NOTICE_REPEATED_WITHIN = Duration.ofHours(1);

  private final String receiver;
  private final Channel channel;
  private final ReadBack readBack;
  private final boolean withButtons;
  private final Duplicates duplicates;
  private final Edits edits;
  private final Shown shown;
  private final Clock clock;
  /** Whoever changes what stands in the channel holds it. */
  private final ReentrantLock writing;

  StoryTeller(
      String receiver, Channel channel, ReadBack readBack, boolean withButtons, Duplicates duplicates, Edits edits, Shown shown,
      ReentrantLock writing, Clock clock) {
    this.receiver = receiver;
    this.channel = channel;
    this.readBack = readBack;
    this.withButtons = withButtons;
    this.duplicates = duplicates;
    this.edits = edits;
    this.shown = shown;
    this.writing = writing;
    this.clock = clock;
  }

  Outcome.Delivered tell(Dispatch dispatch) throws CallFailed, InterruptedException {
    writing.lockInterruptibly();
    try {
      StoryThread thread = dispatch.thread();
      return thread == null ? begin(dispatch) : goOn(dispatch, thread);
    } finally {
      writing.unlock();
    }
  }

  /** A notice is rare enough to be looked for each time. */
  Outcome.Delivered tell(Notice notice) throws CallFailed, InterruptedException {
    Stamp stamp = Stamp.notice(receiver, notice.id());
    Instant since = clock.instant().minus(NOTICE_REPEATED_WITHIN);
    Standing found = find(stamp, readable(() -> channel.roots(since)));
    String ts = found != null ? found.ts() : channel.post(SlackText.notice(notice), stamp, null, false);
    return new Outcome.Delivered(ts, ts);
  }

  private Outcome.Delivered begin(Dispatch dispatch) throws CallFailed, InterruptedException {
    Alert alert = dispatch.alert();
    Stamp stamp = Stamp.root(receiver, StoryThreads.story(alert), alert.id(), alert.kind());
    Instant since = alert.raisedAt().minus(SLACK);
    Standing found = dispatch.mayBeTold() ? find(stamp, readable(() -> readBack.roots(since))) : null;
    if (found != null && (found.stamp().alertId().equals(alert.id()) || !answers(alert.kind()))) {
      return new Outcome.Delivered(found.ts(), found.ts());
    }
    if (found != null) {
      // Another alert of the story began the thread, and nobody knew.
      return new Outcome.Delivered(reply(dispatch, found.ts(), false), found.ts());
    }
    var root = new Shown.Root(
        stamp, dispatch.message(), mention(dispatch.message(), dispatch.mention()), List.of(),
        buttons(alert, List.of(alert.id())));
    if (dispatch.mayBeTold()) {
      // Before it is posted: of what stands then another may appear, whether or not this call is answered.
      duplicates.lookForRoots(since);
    }
    String ts = post(root, root.rendered());
    return new Outcome.Delivered(ts, ts);
  }

  /** Whom the first telling of a story wakes. */
  private static Mention mention(Message first, @Nullable String mention) {
    return isHigh(first.severity()) ? Mention.of(mention) : Mention.NONE;
  }

  private Outcome.Delivered goOn(Dispatch dispatch, StoryThread thread) throws CallFailed, InterruptedException {
    Alert alert = dispatch.alert();
    List<String> told = thread.alerts().isEmpty() ? List.of(alert.id()) : thread.alerts();
    Stamp stamp = Stamp.root(receiver, StoryThreads.story(alert), thread.first().alertId(), thread.first().kind());
    var root = new Shown.Root(
        stamp, thread.now(), mention(thread.first(), thread.mention()), thread.marks(), buttons(alert, told));
    if (dispatch.mayBeTold()) {
      edits.lookAfter(thread.id());
    }
    String ts = edit(shown.current(thread.id()), root, alert.kind());
    if (!answers(alert.kind())) {
      return new Outcome.Delivered(ts, ts);
    }
    return new Outcome.Delivered(reply(dispatch, ts, wakes(alert, thread.first())), ts);
  }

  /** @return where the root stands: it may have been deleted, or be too old to be edited */
  private String edit(String ts, Shown.Root root, @Nullable AlertKind kind) throws CallFailed, InterruptedException {
    return edits.show(ts, root) ? ts : goOnElsewhere(ts, root, kind);
  }

  private String goOnElsewhere(String lost, Shown.Root root, @Nullable AlertKind kind)
      throws CallFailed, InterruptedException {
    // An attempt before this one, or whoever deleted what stood twice, may have left another.
    Instant since = Standing.postedAt(lost).minus(Duplicates.APPEARS_WITHIN);
    List<Standing> others = readable(() -> channel.roots(since)).stream()
        .filter(standing -> standing.stamp().isOfTheSame(root.stamp()) && !standing.ts().equals(lost))
        .sorted(Standing.OLDEST_FIRST.reversed())
        .toList();
    for (Standing other : others) {
      if (edits.show(other.ts(), root)) {
        shown.moved(lost, other.ts());
        return other.ts();
      }
    }
    // A message that somebody took away is not brought back to say that it is over.
    if (kind == AlertKind.CLOSED) {
      return lost;
    }
    duplicates.lookForRoots(clock.instant().minus(SLACK));
    String ts = post(root.continuing(lost), root.quietly());
    shown.moved(lost, ts);
    return ts;
  }

  private String post(Shown.Root root, Rendered message) throws CallFailed, InterruptedException {
    String ts = channel.post(message, root.stamp(), null, false);
    shown.put(ts, root);
    return ts;
  }

  private String reply(Dispatch dispatch, String root, boolean wakes) throws CallFailed, InterruptedException {
    Alert alert = dispatch.alert();
    Stamp stamp = Stamp.reply(receiver, alert);
    if (dispatch.mayBeTold()) {
      Optional<Standing> found = readable(() -> readBack.replies(root)).stream()
          .filter(standing -> standing.stamp().sameAs(stamp)).findFirst();
      if (found.isPresent()) {
        return found.get().ts();
      }
    }
    if (dispatch.mayBeTold()) {
      duplicates.lookBelow(root);
    }
    Mention mention = wakes ? Mention.of(dispatch.mention()) : Mention.NONE;
    return channel.post(SlackText.reply(dispatch.message(), mention), stamp, root, wakes);
  }

  private @Nullable Buttons buttons(Alert alert, List<String> told) {
    return withButtons ? Buttons.of(alert, told) : null;
  }

  /** Whether an alert is a message of its own. */
  static boolean isNews(@Nullable AlertKind kind) {
    return switch (kind) {
      case OPENED, POSITION, TENSION, COVERAGE -> true;
      case UPDATED, CLOSED, CORROBORATED, ESCALATED, DEESCALATED, CORRECTED -> false;
      case null -> false;
    };
  }

  /** Whether an alert is a reply, and not only an edit. */
  static boolean answers(@Nullable AlertKind kind) {
    return switch (kind) {
      case OPENED, UPDATED, CLOSED, POSITION, TENSION, COVERAGE -> false;
      case CORROBORATED, ESCALATED, DEESCALATED, CORRECTED -> true;
      case null -> true;
    };
  }

  /** A rise to high or critical, and the correction of what was high or critical. */
  private static boolean wakes(Alert alert, Message first) {
    boolean high = isHigh(alert.severity());
    return switch (alert.kind()) {
      case ESCALATED -> high;
      case CORRECTED -> high || isHigh(first.severity());
      case DEESCALATED -> wasHigh(alert);
      case null, default -> false;
    };
  }

  private static boolean isHigh(Severity severity) {
    return severity.compareTo(Severity.HIGH) >= 0;
  }

  /** A correction that lowers the severity says what it was. */
  private static boolean wasHigh(Alert alert) {
    return WireName.of(Severity.HIGH).equals(alert.before()) || WireName.of(Severity.CRITICAL).equals(alert.before());
  }

  private static @Nullable Standing find(Stamp stamp, List<Standing> standing) {
    return standing.stream().filter(each -> each.stamp().sameAs(stamp)).findFirst().orElse(null);
  }

  /** Reads from Slack. */
  @FunctionalInterface
  private interface Reading {
    List<Standing> read() throws CallFailed, InterruptedException;
  }

  /** Where the app may not read, an alert told twice is better than one not told; it was said what is missing. */
  private List<Standing> readable(Reading reading) throws CallFailed, InterruptedException {
    try {
      return reading.read();
    } catch (CallFailed e) {
      if (!e.word().equals("missing_scope")) {
        throw e;
      }
      duplicates.cannotRead(e);
      return List.of();
    }
  }
}
