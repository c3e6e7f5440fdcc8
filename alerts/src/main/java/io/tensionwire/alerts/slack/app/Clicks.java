package io.tensionwire.alerts.slack.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tensionwire.alerts.receiver.Readers;
import io.tensionwire.alerts.slack.SlackMessage;
import io.tensionwire.alerts.thread.Mark;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What readers do with a message: first it goes on record, then the message shows it. A click that was carried out does
 * nothing when it comes again. Used by one thread.
 */
final class Clicks {

  private static final Logger log = LoggerFactory.getLogger(Clicks.class);

  /** A story is told for as long as it moves; a thread is kept no longer than this either. */
  private static final Duration STORY_MUTED = Duration.ofDays(30);
  private static final Duration SIGNAL_MUTED = Duration.ofHours(1);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");
  private static final String NOT_RECORDED =
      "That could not be recorded just now, so nothing was changed. Please press the button again.";
  private static final int MOST_REMEMBERED = 2000;

  private final String receiver;
  private final Channel channel;
  private final Shown shown;
  private final ReentrantLock writing;
  private final Clock clock;
  private final Readers readers;
  private final Map<String, Instant> carriedOut = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };

  Clicks(String receiver, Channel channel, Shown shown, ReentrantLock writing, Clock clock, Readers readers) {
    this.receiver = receiver;
    this.channel = channel;
    this.shown = shown;
    this.writing = writing;
    this.clock = clock;
    this.readers = readers;
  }

  void carryOut(Click click) throws InterruptedException {
    Instant now = clock.instant();
    String key = click.ts() + "/" + click.action() + "/" + click.userId();
    Instant before = carriedOut.get(key);
    // To mute a signal again is something new once its hour is over.
    if (before != null && (!click.action().equals(Buttons.MUTE_SIGNAL) || now.isBefore(before.plus(SIGNAL_MUTED)))) {
      return;
    }
    List<String> marks;
    try {
      marks = record(click, now);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("receiver", receiver).addKeyValue("action", click.action())
          .addKeyValue("problem", e.getClass().getSimpleName() + ": " + e.getMessage())
          .log("a click could not be recorded; its reader is told");
      whisper(click);
      return;
    }
    if (!marks.isEmpty()) {
      carriedOut.put(key, now);
      show(click, marks);
    }
  }

  /** @return what the message should show; nothing where the click says nothing that we know */
  private List<String> record(Click click, Instant now) {
    List<String> signals = click.means().signals().stream().filter(Clicks::isId).toList();
    String story = click.means().story();
    return switch (click.action()) {
      case Buttons.ACKNOWLEDGE -> feedback(click, Mark.ACKNOWLEDGED, signals, now);
      case Buttons.NOT_RELEVANT -> feedback(click, Mark.NOT_RELEVANT, signals, now);
      case Buttons.MUTE_STORY -> story == null || !isId(story) ? List.of() : silence(
          new Silence(
              Mark.storySilence(story), List.of("story = " + story), now, now.plus(STORY_MUTED), click.user(),
              "muted in Slack, " + receiver));
      case Buttons.MUTE_SIGNAL -> {
        String about = story != null ? story : click.means().alerts().stream().findFirst().orElse("");
        yield signals.isEmpty() || !isId(about) ? List.of() : silence(
            new Silence(
                Mark.signalSilence(about, signals.getFirst()), List.of("signal = " + signals.getFirst()), now,
                now.plus(SIGNAL_MUTED), click.user(), "muted for an hour in Slack, " + receiver));
      }
      default -> List.of();
    };
  }

  private List<String> feedback(Click click, String verdict, List<String> signals, Instant now) {
    List<String> marks = new ArrayList<>();
    for (String alert : click.means().alerts()) {
      var feedback = new Feedback(alert, click.user(), verdict, signals, null, now);
      readers.feedback(feedback);
      marks = List.of(Mark.of(feedback).words());
    }
    return marks;
  }

  private List<String> silence(Silence silence) {
    readers.silence(silence);
    return List.of(Objects.requireNonNull(Mark.of(silence)).words());
  }

  private static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private void show(Click click, List<String> marks) throws InterruptedException {
    writing.lockInterruptibly();
    try {
      Shown.Root root = shown.at(click.ts());
      if (root != null) {
        Shown.Root marked = root.with(marks);
        shown.put(click.ts(), marked);
        channel.update(click.ts(), marked.rendered());
      } else {
        channel.update(click.ts(), marked(click, marks));
      }
    } catch (CallFailed e) {
      // It is on record, and the next edit shows it.
      log.atInfo().addKeyValue("receiver", receiver).addKeyValue("problem", e.outcome())
          .log("a click was recorded, but its message could not be edited");
    } finally {
      writing.unlock();
    }
  }

  /** A message that this instance did not write: as it stood when the button was pressed, with the marks. */
  private static Rendered marked(Click click, List<String> marks) {
    List<String> all = new ArrayList<>();
    JsonArray blocks = new JsonArray();
    JsonElement given = click.message().get("blocks");
    for (JsonElement block : given != null && given.isJsonArray() ? given.getAsJsonArray() : new JsonArray()) {
      JsonObject object = block.isJsonObject() ? block.getAsJsonObject() : new JsonObject();
      if (Click.text(object, "block_id").equals(SlackText.MARKS_BLOCK)) {
        object.getAsJsonArray("elements").forEach(mark -> all.add(Click.text(mark.getAsJsonObject(), "text")));
      } else {
        blocks.add(block);
      }
    }
    Shown.add(marks, all);
    JsonArray inOrder = new JsonArray();
    JsonElement markBlock = JsonParser.parseString(SlackMessage.json(SlackText.marks(all)));
    for (JsonElement block : blocks) {
      if (block.isJsonObject() && Click.text(block.getAsJsonObject(), "block_id").equals(Buttons.BLOCK)) {
        inOrder.add(markBlock);
      }
      inOrder.add(block);
    }
    return new Rendered(Click.text(click.message(), "text"), inOrder.toString());
  }

  private void whisper(Click click) throws InterruptedException {
    try {
      channel.whisper(click, NOT_RECORDED);
    } catch (CallFailed e) {
      log.atWarn().addKeyValue("receiver", receiver).addKeyValue("problem", e.outcome())
          .log("a reader could not be told that a click was not recorded");
    }
  }
}
