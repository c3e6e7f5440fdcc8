package io.tensionwire.alerts.receiver;

import static java.util.Objects.requireNonNull;

import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.message.WebLink;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link Notice}: plain, and of a bounded length, whatever it is made from.
 *
 * @param mark what is seen before anything is read, such as ▲; may be empty
 * @param link where the text leads; {@code null} where it leads nowhere, or not to a page
 */
public record NoticeLine(String mark, String text, @Nullable URI link) {

  public static final int MOST_TEXT = 300;
  private static final int MOST_MARK = 8;

  public NoticeLine {
    mark = PlainText.cut(PlainText.of(requireNonNull(mark, "mark of a line is missing")).strip(), MOST_MARK);
    text = PlainText.cut(PlainText.of(requireNonNull(text, "text of a line is missing")).strip(), MOST_TEXT);
    link = WebLink.of(link);
  }

  /** A line that says something and leads nowhere. */
  public static NoticeLine of(String text) {
    return new NoticeLine("", text, null);
  }

  /** The mark and the text. */
  public String inWords() {
    return mark.isEmpty() ? text : mark + " " + text;
  }
}
