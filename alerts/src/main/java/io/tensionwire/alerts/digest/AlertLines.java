package io.tensionwire.alerts.digest;

import static java.util.Comparator.comparing;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.message.Surroundings;
import io.tensionwire.alerts.message.Templates;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.model.Alert;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Alerts in a line each. Of a story only the latest stands, with how many there were.
 *
 * @param zone of the newsroom
 * @param templates its own wording
 */
record AlertLines(ZoneId zone, Templates templates) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final int MOST_HEADLINE = 170;
  private static final int MOST_OUTLETS = 40;

  /** Most severe first, then the latest. */
  private static final Comparator<Alert> MOST_SEVERE_FIRST =
      comparing(Alert::severity).reversed().thenComparing(Alert::raisedAt, Comparator.reverseOrder())
          .thenComparing(Alert::id);

  /** A story's alerts under the latest of them, most severe stories first. */
  static Map<Alert, List<Alert>> byStory(Collection<Alert> alerts) {
    Map<String, List<Alert>> stories = alerts.stream()
        .sorted(comparing(Alert::raisedAt).thenComparing(Alert::id))
        .collect(Collectors.groupingBy(AlertLines::story, LinkedHashMap::new, Collectors.toList()));
    Map<Alert, List<Alert>> sorted = new LinkedHashMap<>();
    stories.values().stream().sorted(comparing(List::getLast, MOST_SEVERE_FIRST))
        .forEach(story -> sorted.put(story.getLast(), List.copyOf(story)));
    return sorted;
  }

  /** Mark, severity, headline with link, outlet, time. */
  NoticeLine line(Alert alert, int alerts, String note, Instant today) {
    Message message = Message.of(alert, zone, templates, Surroundings.NONE);
    String text = Stream.of(
            note,
            message.label(),
            PlainText.cut(message.headline(), MOST_HEADLINE),
            PlainText.cut(message.outlets(), MOST_OUTLETS),
            time(alert.raisedAt(), today),
            alerts > 1 ? alerts + " alerts" : "")
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    return new NoticeLine(message.trend().mark(), text, alert.url());
  }

  /** Every story in a line. */
  List<NoticeLine> lines(Collection<Alert> alerts, Function<List<Alert>, String> note, Instant today) {
    return byStory(alerts).entrySet().stream()
        .map(story -> line(story.getKey(), story.getValue().size(), note.apply(story.getValue()), today)).toList();
  }

  /** By the newsroom's clock, with the day where it is another. */
  String time(Instant moment, Instant today) {
    boolean sameDay = moment.atZone(zone).toLocalDate().equals(today.atZone(zone).toLocalDate());
    return (sameDay ? TIME : DAY_AND_TIME).format(moment.atZone(zone));
  }

  private static String story(Alert alert) {
    String story = alert.storyId();
    return story == null ? "alert/" + alert.id() : "story/" + story;
  }
}
