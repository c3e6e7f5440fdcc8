package io.tensionwire.alerts.slack.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.slack.Mention;
import io.tensionwire.alerts.slack.SlackMessage;
import io.tensionwire.alerts.slack.SlackNotice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as the bot posts them. Whatever they are made from, they are within what Slack takes. */
final class SlackText {

  static final String MARKS_BLOCK = "tensionwire-marks";

  /**
   * Of the blocks in JSON, which is more than Slack counts: about 13,200 characters, and in an edit perhaps bytes.
   */
  static final int MOST_BYTES = 13_000;

  private static final int MOST_MARKS = 6;
  private static final int MOST_MARK = 150;

  private SlackText() {}

  /** What stands in the channel: the message, what readers made of it, and what they may do. */
  static Rendered root(Message message, List<String> marks, @Nullable Buttons buttons, Mention mention) {
    for (int most = MOST_MARKS; ; most--) {
      List<LayoutBlock> below = new ArrayList<>(mention.blocks());
      if (!marks.isEmpty()) {
        below.add(marks(marks, most));
      }
      if (buttons != null) {
        below.add(buttons.block(message.kind()));
      }
      Rendered rendered = fitting(message, below);
      if (fits(rendered.blocks()) || most == 0) {
        return rendered;
      }
    }
  }

  /** What stands below it in the thread. */
  static Rendered reply(Message message, Mention mention) {
    return fitting(message, mention.blocks());
  }

  static Rendered notice(Notice notice) {
    for (int lines = notice.lines().size(); ; lines--) {
      String json = SlackMessage.json(SlackNotice.blocks(notice.inLines(lines)));
      if (fits(json) || lines == 0) {
        return new Rendered(SlackMessage.escaped(notice.title()), json);
      }
    }
  }

  /** With fewer sentences where all of them are too many; every other part is bounded to far less. */
  private static Rendered fitting(Message message, List<LayoutBlock> below) {
    for (int evidence = message.evidence().size(); ; evidence--) {
      List<LayoutBlock> blocks = new ArrayList<>(SlackMessage.blocks(message.withEvidence(evidence)));
      blocks.addAll(below);
      String json = SlackMessage.json(blocks);
      if (fits(json) || evidence == 0) {
        return new Rendered(SlackMessage.notification(message), json);
      }
    }
  }

  private static boolean fits(String json) {
    return json.getBytes(UTF_8).length <= MOST_BYTES;
  }

  /** As text that pings nobody, the newest where there are many. */
  static ContextBlock marks(List<String> marks) {
    return marks(marks, MOST_MARKS);
  }

  private static ContextBlock marks(List<String> marks, int most) {
    List<ContextBlockElement> elements = new ArrayList<>();
    int earlier = marks.size() - most;
    if (earlier > 0) {
      elements.add(plain(earlier + " earlier"));
    }
    marks.subList(Math.max(0, earlier), marks.size()).forEach(mark -> elements.add(plain(mark)));
    return ContextBlock.builder().blockId(MARKS_BLOCK).elements(elements).build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(PlainText.cut(PlainText.of(text), MOST_MARK)).emoji(false).build();
  }
}
