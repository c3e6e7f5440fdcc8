package io.tensionwire.alerts.slack.app;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.slack.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the roots show that this instance wrote of late, so that a click adds to what stands there now, and where threads
 * went on whose root was lost. Both are but remembered: what is not known here is read from Slack.
 */
final class Shown {

  private static final int MOST = 500;

  /**
   * What a root is made of.
   *
   * @param mention whom it woke when it was posted; an edit wakes nobody, and leaves it there
   */
  record Root(Stamp stamp, Message message, Mention mention, List<String> marks, @Nullable Buttons buttons) {

    Root {
      marks = List.copyOf(marks);
    }

    /** With these marks, too, after those that it has. */
    Root with(List<String> more) {
      List<String> all = new ArrayList<>(marks);
      add(more, all);
      return new Root(stamp, message, mention, all, buttons);
    }

    /** To be posted where another can be edited no more. */
    Root continuing(String root) {
      return new Root(stamp.continuing(root), message, mention, marks, buttons);
    }

    Rendered rendered() {
      return SlackText.root(message, marks, buttons, mention);
    }

    /** For what is posted but is no news. */
    Rendered quietly() {
      return SlackText.root(message, marks, buttons, Mention.NONE);
    }
  }

  /** Adds marks that are not there: the same by the same reader at another time is no other. */
  static void add(List<String> more, List<String> all) {
    List<String> said = new ArrayList<>(all.stream().map(Shown::withoutTime).toList());
    for (String mark : more) {
      if (!said.contains(withoutTime(mark))) {
        said.add(withoutTime(mark));
        all.add(mark);
      }
    }
  }

  private static String withoutTime(String mark) {
    return mark.replaceFirst(" [0-9]{2}:[0-9]{2} KST$", "");
  }

  private final Map<String, Root> roots = bounded();
  private final Map<String, String> moved = bounded();

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
      }
    };
  }

  synchronized void put(String ts, Root root) {
    roots.put(ts, root);
  }

  synchronized @Nullable Root at(String ts) {
    return roots.get(ts);
  }

  /** The thread of one root goes on under another. */
  synchronized void moved(String from, String to) {
    if (!from.equals(to)) {
      roots.remove(from);
      moved.put(from, to);
      moved.remove(to);
    }
  }

  /** Where the thread of a root is by now. */
  synchronized String current(String ts) {
    String at = ts;
    for (String next = moved.get(at); next != null; next = moved.get(at)) {
      at = next;
    }
    return at;
  }
}
