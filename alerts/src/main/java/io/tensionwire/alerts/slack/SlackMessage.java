package io.tensionwire.alerts.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.Link;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import com.slack.api.util.json.GsonFactory;
import com.slack.api.webhook.Payload;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.message.Trend;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message in Slack's blocks. Text from a feed stands only in {@code rich_text} and {@code plain_text} elements, which
 * have no mark-up, and escaped in the notification's line: nothing in it can mention anybody or become a link.
 */
public final class SlackMessage {

  private static final String SEPARATOR = " · ";
  /** Slack advises less than 4,000; a notification shows far less. */
  private static final int MOST_NOTIFICATION = 600;
  private static final int MOST_CONTEXT_TEXT = 1000;

  /** Of a style only what it sets: the SDK would write everything it leaves alone, too. */
  static final Gson JSON =
      GsonFactory.createSnakeCase().newBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(TextStyle.class, (JsonSerializer<TextStyle>) (style, type, context) -> flags(style))
          .create();

  private SlackMessage() {}

  static String json(Message message, Mention mention) {
    return json(payload(message, mention));
  }

  /** As Slack reads it, without what the SDK would write of its own accord. */
  public static String json(Object part) {
    return JSON.toJson(part);
  }

  static Payload payload(Message message, Mention mention) {
    List<LayoutBlock> blocks = new ArrayList<>(blocks(message));
    blocks.addAll(mention.blocks());
    return Payload.builder()
        .text(notification(message))
        .blocks(blocks)
        .unfurlLinks(false)
        .unfurlMedia(false)
        .build();
  }

  /** What the message says: two blocks, a text of {@code rich_text} and the fine print. */
  public static List<LayoutBlock> blocks(Message message) {
    List<BlockElement> parts = new ArrayList<>();
    parts.add(headline(message));
    message.change().forEach(change -> parts.add(section(text(change))));
    for (Evidence evidence : message.evidence()) {
      // A phrase may be nothing but what is not shown, and Slack refuses a quotation of nothing.
      if (evidence.hasWords()) {
        parts.add(quote(evidence));
      }
      parts.add(section(styled(evidence.note(), TextStyle.builder().italic(true).build())));
    }
    if (message.moreSignals() > 0) {
      parts.add(section(text(message.more())));
    }
    return List.of(RichTextBlock.builder().elements(parts).build(), context(message));
  }

  private static JsonObject flags(TextStyle style) {
    var flags = new JsonObject();
    if (style.isBold()) {
      flags.addProperty("bold", true);
    }
    if (style.isItalic()) {
      flags.addProperty("italic", true);
    }
    return flags;
  }

  /** Severity, trend, direction, and the headline as a link. */
  private static RichTextSectionElement headline(Message message) {
    List<RichTextElement> elements = new ArrayList<>();
    elements.add(text(mark(message) + " "));
    elements.add(bold(joined(message.label(), message.trend().inWords(), message.direction())));
    elements.add(text("\n"));
    URI link = message.link();
    String headline = message.headline().isEmpty() ? "(no headline)" : message.headline();
    elements.add(link == null
        ? bold(headline)
        : Link.builder().url(link.toString()).text(headline).style(TextStyle.builder().bold(true).build()).build());
    return RichTextSectionElement.builder().elements(elements).build();
  }

  private static RichTextQuoteElement quote(Evidence evidence) {
    List<RichTextElement> elements = new ArrayList<>();
    if (!evidence.before().isEmpty()) {
      elements.add(text(evidence.before()));
    }
    if (!evidence.phrase().isEmpty()) {
      elements.add(bold(evidence.phrase()));
    }
    if (!evidence.after().isEmpty()) {
      elements.add(text(evidence.after()));
    }
    return RichTextQuoteElement.builder().elements(elements).build();
  }

  private static ContextBlock context(Message message) {
    return ContextBlock.builder()
        .elements(
            Stream.concat(
                    Stream.of(message.provenance(), String.join(SEPARATOR, message.times())),
                    message.context().stream())
                .filter(text -> !text.isEmpty())
                .map(text -> PlainTextObject.builder().text(PlainText.cut(text, MOST_CONTEXT_TEXT)).emoji(false).build())
                .collect(Collectors.toList()))
        .build();
  }

  /** What a notification shows: this one place is mark-up, so its mark-up is made harmless. */
  public static String notification(Message message) {
    String line = joined(message.label(), message.trend().inWords(), message.direction(), message.headline());
    return escaped(PlainText.cut(line, MOST_NOTIFICATION));
  }

  /** Slack knows these three escapes; what else could be mark-up gets look-alikes that are none. */
  public static String escaped(String text) {
    return text
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('*', '∗')
        .replace('_', 'ˍ')
        .replace('~', '∼')
        .replace('`', 'ˋ');
  }

  /** Green is what eases, however much it matters: nobody should start at good news. */
  private static String mark(Message message) {
    return message.trend() == Trend.EASING ? "🟢" : switch (message.severity()) {
      case NOTICE -> "⚪";
      case ELEVATED -> "🟡";
      case HIGH -> "🔴";
      case CRITICAL -> "🚨";
    };
  }

  private static RichTextSectionElement section(RichTextElement element) {
    return RichTextSectionElement.builder().elements(List.of(element)).build();
  }

  private static Text text(String text) {
    return Text.builder().text(text).build();
  }

  private static Text bold(String text) {
    return styled(text, TextStyle.builder().bold(true).build());
  }

  private static Text styled(String text, TextStyle style) {
    return Text.builder().text(text).style(style).build();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(SEPARATOR));
  }
}
