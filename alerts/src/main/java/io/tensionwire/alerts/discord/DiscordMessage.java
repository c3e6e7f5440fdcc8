package io.tensionwire.alerts.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.alerts.layout.Extent;
import io.tensionwire.alerts.layout.FirstLine;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.message.Trend;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message as one embed of <a href="https://discord.com/developers/docs/resources/webhook">Discord's</a>. */
final class DiscordMessage {

  static final int MOST_DESCRIPTION = 4096;
  /** Over the texts of all embeds of a message. */
  static final int MOST_CHARACTERS = 6000;
  static final int MOST_FOOTER = 2048;
  private static final int MOST_MENTION = 200;
  /** Told, but nobody's device makes a sound. */
  private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

  private static final Pattern ROLE = Pattern.compile("<@&(\\d{15,22})>");
  private static final Pattern USER = Pattern.compile("<@!?(\\d{15,22})>");

  private DiscordMessage() {}

  /** @param silent whether it changes a message that was told, and may be new here only by accident */
  static String json(Message message, @Nullable String mention, boolean silent) {
    ObjectNode json = withMention(mention);
    if (silent) {
      json.put("flags", SUPPRESS_NOTIFICATIONS);
    }
    json.putArray("embeds").add(Extent.fullest(message, DiscordMessage::embed, DiscordMessage::fits));
    return json.toString();
  }

  static String json(Notice notice) {
    ObjectNode json = withMention(notice.mention());
    json.putArray("embeds").add(Extent.fullest(notice, DiscordMessage::embed, DiscordMessage::fits));
    return json.toString();
  }

  private static boolean fits(ObjectNode embed) {
    int description = embed.path("description").asText().length();
    int footer = embed.path("footer").path("text").asText().length();
    return description <= MOST_DESCRIPTION && footer <= MOST_FOOTER && description + footer <= MOST_CHARACTERS;
  }

  private static ObjectNode embed(Message message, Extent extent) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + FirstLine.mark(message) + " " + DiscordText.escaped(FirstLine.of(message)) + "**");
    lines.add(linked("**" + DiscordText.escaped(FirstLine.headline(message)) + "**", message.link()));
    message.change().forEach(change -> lines.add(DiscordText.escaped(change)));
    for (Evidence evidence : extent.evidence(message)) {
      lines.add("> " + DiscordText.escaped(evidence.before()) + bold(evidence.phrase())
          + DiscordText.escaped(evidence.after()));
      lines.add("*" + DiscordText.escaped(evidence.note()) + "*");
    }
    lines.add(DiscordText.escaped(extent.leftInWords(message)));
    ObjectNode embed = embed(lines);
    embed.put("color", colour(message));
    // A footer knows no Markdown.
    String footer = Stream.concat(
            Stream.of(message.provenance(), String.join(FirstLine.SEPARATOR, message.times())),
            extent.contextOf(message).stream())
        .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    if (!footer.isEmpty()) {
      embed.putObject("footer").put("text", footer);
    }
    return embed;
  }

  private static ObjectNode embed(Notice notice) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + DiscordText.escaped(notice.title()) + "**");
    for (NoticeLine line : notice.lines()) {
      lines.add(linked(DiscordText.escaped(line.inWords()), line.link()));
    }
    lines.add(DiscordText.escaped(notice.moreInWords()));
    return embed(lines);
  }

  private static ObjectNode embed(List<String> lines) {
    return JsonNodeFactory.instance.objectNode()
        .put("description", lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
  }

  private static String bold(String text) {
    // Two stars beside a space, or around nothing, would be stars.
    String inner = text.strip();
    return inner.isEmpty() ? text : "**" + DiscordText.escaped(inner) + "**" + (text.endsWith(" ") ? " " : "");
  }

  /** A masked link; angle brackets keep Discord from showing what is behind it. */
  private static String linked(String escaped, @Nullable URI link) {
    if (link == null) {
      return escaped;
    }
    String url = link.toString().replace("(", "%28").replace(")", "%29").replace("*", "%2A").replace("~", "%7E");
    return "[" + escaped + "](<" + url + ">)";
  }

  /** Pings nobody but whom the configuration names, in Discord's own form. */
  private static ObjectNode withMention(@Nullable String mention) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode allowed = JsonNodeFactory.instance.objectNode();
    ArrayNode parse = allowed.putArray("parse");
    if (mention != null) {
      json.put("content", PlainText.cut(mention, MOST_MENTION));
      ids(ROLE, mention, allowed, "roles");
      ids(USER, mention, allowed, "users");
      if (mention.contains("@everyone") || mention.contains("@here")) {
        parse.add("everyone");
      }
    }
    json.set("allowed_mentions", allowed);
    return json;
  }

  private static void ids(Pattern form, String mention, ObjectNode allowed, String key) {
    Matcher matcher = form.matcher(mention);
    while (matcher.find()) {
      allowed.withArray(key).add(matcher.group(1));
    }
  }

  private static int colour(Message message) {
    return message.trend() == Trend.EASING ? 0x2E9E5B : switch (message.severity()) {
      case NOTICE -> 0x9AA0A6;
      case ELEVATED -> 0xE8A100;
      case HIGH -> 0xD93025;
      case CRITICAL -> 0x8E24AA;
    };
  }
}
