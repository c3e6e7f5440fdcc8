package io.tensionwire.standalone.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.model.Alert;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Json;
import io.tensionwire.model.WireName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each item, in order: {@code {"id","story","alerts":[{"kind","severity"}]}}, or {@code
 * {"id"?,"error"}}. They are written at the end: a later article may still merge two stories, and an article that says
 * nothing by itself may turn out to belong to one.
 */
final class StoryLines implements Replay.Audience {

  private record Line(@Nullable String id, @Nullable String articleId, List<Alert> alerts, @Nullable String error) {}

  private final Rehearsal rehearsal;
  private final List<Line> lines = new ArrayList<>();

  StoryLines(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Override
  public void see(Replay.Step step) {
    var article = step.item().article();
    lines.add(article == null
        ? new Line(step.item().id(), null, List.of(), step.item().error())
        : new Line(
            step.item().id(), article.id(), Objects.requireNonNull(step.by().get(rehearsal)).alerts(), null));
  }

  @Override
  public void pass(Rehearsal of, List<Alert> alerts) {
    // No article brought them about.
  }

  void print(PrintWriter out) {
    for (Line line : lines) {
      ObjectNode json = Json.mapper().createObjectNode();
      if (line.id() != null) {
        json.put("id", line.id());
      }
      if (line.articleId() == null) {
        json.put("error", line.error());
      } else {
        json.put("story", rehearsal.story(line.articleId()));
        ArrayNode alerts = json.putArray("alerts");
        line.alerts().forEach(alert -> describe(alert, alerts));
      }
      out.println(json);
    }
    out.flush();
  }

  private static void describe(Alert alert, ArrayNode alerts) {
    AlertKind kind = alert.kind();
    alerts.addObject()
        .put("kind", kind == null ? "" : WireName.of(kind))
        .put("severity", WireName.of(alert.severity()));
  }
}
