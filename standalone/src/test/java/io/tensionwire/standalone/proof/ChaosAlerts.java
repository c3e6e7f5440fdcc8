package io.tensionwire.standalone.proof;

import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Confidence;
import io.tensionwire.model.Genre;
import io.tensionwire.model.Language;
import io.tensionwire.model.Polarity;
import io.tensionwire.model.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Alerts for the chaos run: many of shared stories, each of which opens before anything else is told of it. */
final class ChaosAlerts {

  private static final List<AlertKind> LATER =
      List.of(AlertKind.ESCALATED, AlertKind.CORROBORATED, AlertKind.CORRECTED, AlertKind.UPDATED);
  private static final int OPEN_STORIES = 40;
  private static final Pattern MARK = Pattern.compile("SAMPLE (c\\d+) of the chaos run");

  private final Random random;
  private final String[] open = new String[OPEN_STORIES];
  private final int[] articles = new int[OPEN_STORIES];
  private int count;

  ChaosAlerts(Random random) {
    this.random = random;
  }

  Alert next() {
    int place = random.nextInt(OPEN_STORIES);
    // Every fourth opens a story, in the place of one that is over.
    boolean opens = open[place] == null || random.nextInt(4) == 0;
    if (opens) {
      open[place] = "s%04d".formatted(count);
      articles[place] = 1; // of one article no number is shown
    }
    articles[place]++;
    AlertKind kind = opens ? AlertKind.OPENED : LATER.get(random.nextInt(LATER.size()));
    return alert("c%04d".formatted(count++), open[place], kind, articles[place]);
  }

  /** The first of a story that nothing else is told of. */
  static Alert opening(String name, Random random) {
    return new ChaosAlerts(random).alert("x" + name, "s-" + name, AlertKind.OPENED, 1);
  }

  /** What a message says of the alert that it tells. */
  private static String mark(String alertId) {
    return "SAMPLE " + alertId + " of the chaos run";
  }

  /** The alert that a message tells first; {@code null} where it tells none. */
  static @Nullable String marked(String message) {
    Matcher mark = MARK.matcher(message);
    return mark.find() ? mark.group(1) : null;
  }

  /** What a message says of an alert's numbers: they grow with each of a story. */
  static String counted(Alert alert) {
    return alert.articleCount() + " articles,";
  }

  private Alert alert(String id, String story, AlertKind kind, int articles) {
    Instant now = Instant.now();
    Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
    return new Alert(
        id, kind, "story/" + story, story, "korea-russia", "v1", severity, Confidence.SINGLE, Polarity.ESCALATION, mark(id),
        URI.create("https://daily.example/" + id), "Daily Example", Language.EN, Genre.REPORT,
        List.of("russia>south-korea"), List.of(), articles, 1, List.of(), null, null, null, now, now);
  }
}
