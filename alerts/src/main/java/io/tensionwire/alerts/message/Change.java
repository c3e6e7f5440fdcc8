package io.tensionwire.alerts.message;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an alert about a known story changes: who changed what, then what it was and what it is. */
final class Change {

  private static final int MOST_REASON = 300;
  private static final int MOST_SIDE = 240;

  private static final String AS_ABOVE = "the headline above";

  /** Both sides stand on one line where they are short. */
  private static final int SHORT = 60;

  private Change() {}

  static List<String> of(Alert alert) {
    List<String> lines = new ArrayList<>();
    if (alert.kind() != AlertKind.OPENED) {
      lines.add(plain(alert.reason(), MOST_REASON));
    }
    // A reader has the new headline before them.
    String after = alert.after();
    String before = plain(alert.before(), MOST_SIDE);
    String headline = "headline “" + alert.headline() + "”";
    String now = plain(after == null ? null : after.replace(headline, AS_ABOVE), MOST_SIDE);
    if (!before.isEmpty() && !now.isEmpty() && before.length() + now.length() <= SHORT) {
      lines.add(before + Gloss.ARROW + now);
    } else {
      lines.add(before.isEmpty() ? "" : "was: " + before);
      lines.add(now.isEmpty() || now.equals(AS_ABOVE) ? "" : "now: " + now);
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static String plain(@Nullable String text, int most) {
    return text == null ? "" : PlainText.cut(PlainText.of(text).strip(), most);
  }
}
