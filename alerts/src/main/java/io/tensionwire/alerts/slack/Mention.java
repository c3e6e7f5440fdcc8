package io.tensionwire.alerts.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import io.tensionwire.alerts.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message wakes: the one place of it that may. It comes from the configuration, never from a feed, and stands in
 * the blocks alone: in the notification's text, too, it would be said twice.
 */
public record Mention(List<RichTextElement> elements) {

  /** Nobody. */
  public static final Mention NONE = new Mention(List.of());

  private static final Pattern BROADCAST = Pattern.compile("<?[!@]?(here|channel|everyone)>?");
  private static final Pattern USER = Pattern.compile("<?@?([UW][A-Z0-9]{2,20})>?");
  private static final Pattern GROUP = Pattern.compile("(?:<!subteam\\^)?@?(S[A-Z0-9]{2,20})>?");
  private static final int MOST = 120;

  /**
   * Reads what the configuration names: {@code @here}, {@code @channel}, ids of users ({@code U0123}) and of user groups
   * ({@code S0123}), also as Slack writes them ({@code <@U0123>}); anything else is text.
   */
  public static Mention of(@Nullable String configured) {
    if (configured == null || configured.isBlank()) {
      return NONE;
    }
    List<RichTextElement> elements = new ArrayList<>();
    for (String word : configured.strip().split("[\\s,]+")) {
      add(word, elements);
      elements.add(text(" "));
    }
    return new Mention(elements);
  }

  /** In a block of its own; none where it is nobody. */
  public List<LayoutBlock> blocks() {
    return elements.isEmpty() ? List.of() : List.of(
        RichTextBlock.builder()
            .elements(List.of(RichTextSectionElement.builder().elements(elements).build()))
            .build());
  }

  private static void add(String word, List<RichTextElement> elements) {
    Matcher broadcast = BROADCAST.matcher(word);
    Matcher user = USER.matcher(word);
    Matcher group = GROUP.matcher(word);
    if (broadcast.matches()) {
      elements.add(RichTextSectionElement.Broadcast.builder().range(broadcast.group(1)).build());
    } else if (user.matches()) {
      elements.add(RichTextSectionElement.User.builder().userId(user.group(1)).build());
    } else if (group.matches()) {
      elements.add(RichTextSectionElement.UserGroup.builder().usergroupId(group.group(1)).build());
    } else {
      elements.add(text(PlainText.cut(PlainText.of(word), MOST)));
    }
  }

  private static RichTextElement text(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }
}
