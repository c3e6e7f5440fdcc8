package io.tensionwire.alerts.receiver;

import static java.util.Objects.requireNonNull;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told that is no alert of its own: a digest, the hand-over of a shift, trouble with a receiver. Plain
 * and bounded; what does not fit is counted.
 *
 * @param id the same whenever it is told again
 * @param lines at most {@link #MOST_LINES}
 * @param more how many lines are left out
 * @param mention whom it wakes, in the receiver's own words; {@code null}: nobody
 */
public record Notice(String id, String title, List<NoticeLine> lines, int more, @Nullable String mention) {

  public static final int MOST_LINES = 40;
  public static final int MOST_TITLE = 200;

  public Notice {
    requireNonNull(id, "id of a notice is missing");
    title = PlainText.cut(PlainText.of(title).strip(), MOST_TITLE);
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title of a notice is blank: " + id);
    }
    if (more < 0) {
      throw new IllegalArgumentException("a notice leaves out " + more + " lines: " + id);
    }
    more += Math.max(0, lines.size() - MOST_LINES);
    lines = List.copyOf(lines.subList(0, Math.min(MOST_LINES, lines.size())));
  }

  /** One that wakes nobody; of many lines the first are shown and the others counted. */
  public Notice(String id, String title, List<NoticeLine> lines) {
    this(id, title, lines, 0, null);
  }

  /** The same, marked as what may have been told before. */
  public Notice asRepeat() {
    List<NoticeLine> marked = new ArrayList<>(List.of(NoticeLine.of(Message.MAY_BE_KNOWN)));
    marked.addAll(lines);
    return new Notice(id, title, marked, more, mention);
  }

  /** The same in fewer lines, for a receiver that cannot show so many. */
  public Notice inLines(int most) {
    return most >= lines.size() ? this
        : new Notice(id, title, lines.subList(0, most), more + lines.size() - most, mention);
  }

  /** "and 12 more"; empty where all are shown. */
  public String moreInWords() {
    return more == 0 ? "" : "and " + more + " more";
  }
}
