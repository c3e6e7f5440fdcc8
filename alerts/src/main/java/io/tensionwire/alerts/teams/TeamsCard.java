package io.tensionwire.alerts.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.alerts.layout.Extent;
import io.tensionwire.alerts.layout.FirstLine;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A message as an <a href="https://adaptivecards.io/explorer/">Adaptive Card</a> 1.4. */
final class TeamsCard {

  /** Teams takes about 28 KB, its own wrapping included. */
  static final int MOST_BYTES = 26_000;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_SUMMARY = 300;
  private static final int MOST_MENTION = 200;

  private final ArrayNode body = JSON.arrayNode();
  private final ArrayNode actions = JSON.arrayNode();

  private TeamsCard() {}

  static String json(Message message, @Nullable String mention) {
    return Extent.fullest(message, (m, extent) -> card(m, extent, mention), TeamsCard::fits);
  }

  static String json(Notice notice) {
    return Extent.fullest(notice, TeamsCard::card, TeamsCard::fits);
  }

  private static boolean fits(String json) {
    return json.getBytes(UTF_8).length <= MOST_BYTES;
  }

  private static String card(Message message, Extent extent, @Nullable String mention) {
    var card = new TeamsCard();
    String first = FirstLine.of(message);
    card.line(card.run(FirstLine.mark(message) + " " + first).put("weight", "bolder").put("color", colour(message)));
    URI link = message.link();
    card.line(linked(card.run(FirstLine.headline(message)).put("weight", "bolder").put("size", "medium"), link));
    message.change().forEach(change -> card.line(card.run(change)));
    extent.evidence(message).forEach(card::quote);
    card.subtle(extent.leftInWords(message));
    card.subtle(message.provenance());
    card.subtle(String.join(FirstLine.SEPARATOR, message.times()));
    extent.contextOf(message).forEach(card::subtle);
    if (link != null) {
      card.actions.addObject().put("type", "Action.OpenUrl").put("title", "Open the article").put("url", link.toString());
    }
    return card.finished(first + FirstLine.SEPARATOR + FirstLine.headline(message), mention);
  }

  private static String card(Notice notice) {
    var card = new TeamsCard();
    card.line(card.run(notice.title()).put("weight", "bolder").put("size", "medium"));
    for (NoticeLine line : notice.lines()) {
      card.line(linked(card.run(line.inWords().isBlank() ? "—" : line.inWords()), line.link()));
    }
    card.subtle(notice.moreInWords());
    return card.finished(notice.title(), notice.mention());
  }

  private void quote(Evidence evidence) {
    ObjectNode container = body.addObject().put("type", "Container").put("style", "emphasis");
    ArrayNode items = container.putArray("items");
    ArrayNode sentence = richText(items);
    add(sentence, run(evidence.before()));
    add(sentence, run(evidence.phrase()).put("weight", "bolder"));
    add(sentence, run(evidence.after()));
    add(richText(items), run(evidence.note()).put("italic", true).put("isSubtle", true));
    if (sentence.isEmpty()) {
      items.remove(0);
    }
  }

  private void subtle(String text) {
    line(run(text).put("isSubtle", true).put("size", "small"));
  }

  private void line(ObjectNode run) {
    if (!run.path("text").asText().isEmpty()) {
      add(richText(body), run);
    }
  }

  /** A paragraph of runs: unlike a {@code TextBlock} it shows all that is in it as it stands. */
  private static ArrayNode richText(ArrayNode in) {
    return in.addObject().put("type", "RichTextBlock").putArray("inlines");
  }

  private static void add(ArrayNode runs, ObjectNode run) {
    if (!run.path("text").asText().isEmpty()) {
      runs.add(run);
    }
  }

  private ObjectNode run(String text) {
    return JSON.objectNode().put("type", "TextRun").put("text", text);
  }

  private static ObjectNode linked(ObjectNode run, @Nullable URI link) {
    if (link != null) {
      run.putObject("selectAction").put("type", "Action.OpenUrl").put("url", link.toString());
    }
    return run;
  }

  private static String colour(Message message) {
    return switch (message.trend()) {
      case EASING -> "good";
      default -> switch (message.severity()) {
        case NOTICE -> "default";
        case ELEVATED -> "warning";
        case HIGH, CRITICAL -> "attention";
      };
    };
  }

  private String finished(String summary, @Nullable String mention) {
    ObjectNode message = JSON.objectNode().put("type", "message");
    message.put("summary", PlainText.cut(summary, MOST_SUMMARY));
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json").put("type", "AdaptiveCard")
        .put("version", "1.4");
    ObjectNode teams = card.putObject("msteams").put("width", "Full");
    if (mention != null) {
      mention(PlainText.cut(PlainText.of(mention).strip(), MOST_MENTION), teams);
    }
    card.set("body", body);
    if (!actions.isEmpty()) {
      card.set("actions", actions);
    }
    return message.toString();
  }

  /** Whom the configuration wakes: a sign-in name is mentioned, anything else is only said. */
  private void mention(String who, ObjectNode teams) {
    if (!who.matches("[^@<>\\s]+@[^@<>\\s]+")) {
      ArrayNode runs = JSON.arrayNode().add(run(who).put("weight", "bolder"));
      body.insertObject(0).put("type", "RichTextBlock").set("inlines", runs);
      return;
    }
    String text = "<at>" + who + "</at>";
    body.insertObject(0).put("type", "TextBlock").put("text", text).put("wrap", true);
    ObjectNode entity = teams.putArray("entities").addObject().put("type", "mention").put("text", text);
    entity.putObject("mentioned").put("id", who).put("name", who);
  }
}
