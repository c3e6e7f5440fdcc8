package io.tensionwire.standalone.proof;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.fixtures.slack.Discussion;
import io.tensionwire.fixtures.slack.FakeSlack;
import io.tensionwire.fixtures.slack.Posted;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.standalone.proof.ChaosNewsroom.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the bot's channels in the end, whatever was called: of each story one root, that shows what it came to by
 * now, and below it the replies, each once and in their order.
 */
final class ChaosThreads {

  private final Map<String, List<String>> faults = new LinkedHashMap<>();
  private int stories;
  private int roots;
  private int replies;

  /** @param desks the bots */
  static ChaosThreads of(FakeSlack slack, List<Desk> desks, List<Alert> alerts) {
    var threads = new ChaosThreads();
    Map<String, List<Alert>> byStory = new LinkedHashMap<>();
    alerts.forEach(alert -> byStory.computeIfAbsent(requireNonNull(alert.storyId()), story -> new ArrayList<>()).add(alert));
    for (Desk desk : desks) {
      List<Discussion> all = slack.discussions(desk.channel());
      byStory.forEach((story, told) -> threads.judge(desk.name() + " " + story, told, of(story, all)));
      all.stream().filter(each -> each.root().tombstone() && !each.replies().isEmpty()).forEach(
          each -> threads.fault("replies below a message that was deleted", desk.name() + " " + each.root().ts()));
    }
    return threads;
  }

  private ChaosThreads() {
    for (String fault : List.of(
        "alerts that do not stand", "stories with more than one root", "replies that stand twice",
        "replies below a message that was deleted", "stories whose replies are out of order",
        "stories told before their opening", "roots that show what is no longer so")) {
      faults.put(fault, new ArrayList<>());
    }
  }

  private static List<Discussion> of(String story, List<Discussion> all) {
    return all.stream()
        .filter(each -> !each.root().tombstone() && stamp(each.root()).path("story_id").asText().equals(story)).toList();
  }

  private void judge(String where, List<Alert> told, List<Discussion> found) {
    stories++;
    roots += found.size();
    if (found.size() != 1) {
      fault(found.isEmpty() ? "alerts that do not stand" : "stories with more than one root", where + " " + found.stream()
          .map(each -> each.root().ts() + " with " + each.replies().stream().map(ChaosThreads::alert).toList()).toList());
      if (found.isEmpty()) {
        return;
      }
    }
    Discussion thread = found.getFirst();
    if (!alert(thread.root()).equals(told.getFirst().id())) {
      fault("stories told before their opening", where + " " + alert(thread.root()));
    }
    List<String> expected = told.stream().filter(ChaosThreads::answers).map(Alert::id).toList();
    List<String> standing = found.stream().flatMap(each -> each.replies().stream()).map(ChaosThreads::alert).toList();
    replies += standing.size();
    expected.stream().filter(id -> !standing.contains(id)).forEach(
        id -> fault("alerts that do not stand", where + " " + id));
    List<String> distinct = standing.stream().distinct().toList();
    if (distinct.size() < standing.size()) {
      fault("replies that stand twice", where + " " + standing);
    }
    if (!distinct.equals(expected.stream().filter(distinct::contains).toList())) {
      fault("stories whose replies are out of order", where + " " + standing);
    }
    if (!showsNow(thread.root(), told)) {
      fault("roots that show what is no longer so", where + " " + told.stream().map(each -> each.id() + " " + each.kind()).toList()
          + " " + thread.root().text());
    }
  }

  /** The words of the opening or of the last correction, the numbers of the last alert. */
  private static boolean showsNow(Posted root, List<Alert> told) {
    Alert words = told.stream().filter(each -> each.kind() == AlertKind.CORRECTED).reduce((a, b) -> b).orElse(told.getFirst());
    String content = root.content().toString();
    return words.id().equals(ChaosAlerts.marked(content)) && content.contains(ChaosAlerts.counted(told.getLast()));
  }

  private static boolean answers(Alert alert) {
    return alert.kind() != AlertKind.OPENED && alert.kind() != AlertKind.UPDATED;
  }

  private static JsonNode stamp(Posted message) {
    return message.metadata().path("event_payload");
  }

  private static String alert(Posted message) {
    return stamp(message).path("alert_id").asText();
  }

  private void fault(String what, String where) {
    faults.get(what).add(where);
  }

  /** What must not be, each with where it is. */
  List<String> faults() {
    return faults.entrySet().stream().flatMap(fault -> fault.getValue().stream().map(where -> fault.getKey() + ": " + where))
        .toList();
  }

  void tell(Map<String, Object> figures) {
    figures.put("bot: stories in all channels", stories);
    figures.put("… roots that stand", roots);
    figures.put("… replies that stand", replies);
    faults.forEach((what, where) -> figures.put("… " + what, where.size()));
  }
}
