package io.tensionwire.alerts.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.Link;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import com.slack.api.webhook.Payload;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A notice in Slack's blocks: its lines are a list, and stand only in elements that have no mark-up. */
public final class SlackNotice {

  /** All blocks together hold about 13,200; links count, and so does what is around the letters. */
  private static final int MOST = 9_000;
  private static final int AROUND_A_LINE = 20;

  private SlackNotice() {}

  static String json(Notice notice) {
    return SlackMessage.JSON.toJson(payload(notice));
  }

  public static Payload payload(Notice notice) {
    return Payload.builder()
        .text(SlackMessage.escaped(notice.title()))
        .blocks(blocks(notice.inLines(fitting(notice.lines()))))
        .unfurlLinks(false)
        .unfurlMedia(false)
        .build();
  }

  public static List<LayoutBlock> blocks(Notice notice) {
    List<LayoutBlock> blocks = new ArrayList<>(Mention.of(notice.mention()).blocks());
    List<BlockElement> parts = new ArrayList<>();
    parts.add(section(Text.builder().text(notice.title()).style(bold()).build()));
    if (!notice.lines().isEmpty()) {
      parts.add(RichTextListElement.builder().style("bullet")
          .elements(notice.lines().stream().map(SlackNotice::line).map(RichTextElement.class::cast).toList())
          .build());
    }
    if (notice.more() > 0) {
      parts.add(section(Text.builder().text(notice.moreInWords()).build()));
    }
    blocks.add(RichTextBlock.builder().elements(parts).build());
    return blocks;
  }

  private static RichTextSectionElement line(NoticeLine line) {
    List<RichTextElement> elements = new ArrayList<>();
    String text = line.text().isEmpty() ? "–" : line.text();
    URI link = line.link();
    if (!line.mark().isEmpty()) {
      elements.add(Text.builder().text(line.mark() + " ").build());
    }
    elements.add(link == null
        ? Text.builder().text(text).build()
        : Link.builder().url(link.toString()).text(text).build());
    return RichTextSectionElement.builder().elements(elements).build();
  }

  /** How many of the lines a message holds. */
  private static int fitting(List<NoticeLine> lines) {
    int length = 0;
    for (int i = 0; i < lines.size(); i++) {
      URI link = lines.get(i).link();
      length += lines.get(i).inWords().length() + (link == null ? 0 : link.toString().length()) + AROUND_A_LINE;
      if (length > MOST) {
        return i;
      }
    }
    return lines.size();
  }

  private static RichTextSectionElement section(RichTextElement element) {
    return RichTextSectionElement.builder().elements(List.of(element)).build();
  }

  private static TextStyle bold() {
    return TextStyle.builder().bold(true).build();
  }
}
