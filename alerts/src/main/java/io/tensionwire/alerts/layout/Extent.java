package io.tensionwire.alerts.layout;

import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.receiver.Notice;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How much of a message is shown. Where there is too little room, what is around it goes first, then one passage after
 * the other; the first line, the headline and the source stay.
 *
 * @param passages how many are quoted
 * @param context whether what else to know is said
 */
public record Extent(int passages, boolean context) {

  public static final Extent ALL = new Extent(Message.MOST_EVIDENCE, true);

  /** The passages that are quoted. */
  public List<Evidence> evidence(Message message) {
    return message.evidence().stream().limit(passages).toList();
  }

  /** Other passages: those that nobody shows, and those that there is no room for. */
  public int left(Message message) {
    return message.moreSignals() + Math.max(0, message.evidence().size() - passages);
  }

  /** "and 2 passages more"; empty where there are none. */
  public String leftInWords(Message message) {
    int left = left(message);
    return left == 0 ? "" : "and " + left + (left == 1 ? " passage more" : " passages more");
  }

  public List<String> contextOf(Message message) {
    return context ? message.context() : List.of();
  }

  /** The fullest form of a message that fits; the barest where none does. */
  public static <F> F fullest(Message message, BiFunction<Message, Extent, F> form, Predicate<F> fits) {
    Extent extent = ALL;
    F written = form.apply(message, extent);
    while (!fits.test(written) && (extent.context || extent.passages > 0)) {
      extent = extent.context ? new Extent(extent.passages, false) : new Extent(extent.passages - 1, false);
      written = form.apply(message, extent);
    }
    return written;
  }

  /** The same of a notice: as many of its lines as fit. */
  public static <F> F fullest(Notice notice, Function<Notice, F> form, Predicate<F> fits) {
    int lines = notice.lines().size();
    F written = form.apply(notice);
    while (!fits.test(written) && lines > 0) {
      lines--;
      written = form.apply(notice.inLines(lines));
    }
    return written;
  }
}
