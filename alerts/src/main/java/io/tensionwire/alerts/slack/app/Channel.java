package io.tensionwire.alerts.slack.app;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.block.LayoutBlock;
import io.tensionwire.alerts.receiver.Outcome;
import io.tensionwire.alerts.receiver.Reason;
import io.tensionwire.alerts.slack.SlackMessage;
import io.tensionwire.model.yaml.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the bot does in its channel. */
final class Channel {

  /** Names of lanes. */
  static final String MESSAGES = "messages";
  static final String EDITS = "edits";

  private static final int PAGE = 200;
  /** Far more than stands in a channel for as long as an alert is tried. */
  private static final int MOST_PAGES = 100;

  private final SlackCalls calls;
  private final Secret token;
  private final String id;
  private volatile @Nullable String botId;

  /** @param id such as C0123456789 */
  Channel(SlackCalls calls, Secret token, String id) {
    this.calls = calls;
    this.token = token;
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Messages of other bots are not ours. */
  void knowBot(@Nullable String botId) {
    this.botId = botId;
  }

  /**
   * Posts a message.
   *
   * @param threadTs of the root that it answers; {@code null}: it is a root
   * @param broadcast whether an answer shows in the channel, too
   * @return its name
   */
  String post(Rendered message, Stamp stamp, @Nullable String threadTs, boolean broadcast)
      throws CallFailed, InterruptedException {
    try {
      ChatPostMessageResponse answer = calls.call(token.reveal(), client -> client.chatPostMessage(r -> {
        r.channel(id).text(message.text()).blocksAsString(message.blocks()).metadata(stamp.metadata())
            .unfurlLinks(false).unfurlMedia(false);
        return threadTs == null ? r : r.threadTs(threadTs).replyBroadcast(broadcast);
      }));
      return named(answer.getTs());
    } catch (CallFailed e) {
      throw e.on(MESSAGES);
    }
  }

  /** Its stamp stays as it was posted: what an edit does not name stays. */
  void update(String ts, Rendered message) throws CallFailed, InterruptedException {
    try {
      calls.call(token.reveal(), client -> client.chatUpdate(r -> r
          .channel(id).ts(ts).text(message.text()).blocksAsString(message.blocks())));
    } catch (CallFailed e) {
      throw e.on(EDITS);
    }
  }

  void delete(String ts) throws CallFailed, InterruptedException {
    calls.call(token.reveal(), client -> client.chatDelete(r -> r.channel(id).ts(ts)));
  }

  /** A word that only the reader sees who pressed a button: by the bot, or where it may not, where the click says. */
  void whisper(Click click, String text) throws CallFailed, InterruptedException {
    try {
      calls.call(token.reveal(), client -> client.chatPostEphemeral(r -> r.channel(id).user(click.userId()).text(text)));
    } catch (CallFailed e) {
      URI answerTo = click.answerTo();
      if (answerTo == null) {
        throw e;
      }
      calls.answer(answerTo, text);
    }
  }

  /** Roots and notices of ours that were posted after a moment, the oldest first. */
  List<Standing> roots(Instant since) throws CallFailed, InterruptedException {
    return pages((cursor, found) -> {
      var answer = calls.call(token.reveal(), client -> client.conversationsHistory(r -> r
          .channel(id).oldest(since.getEpochSecond() + ".000000").includeAllMetadata(true).limit(PAGE).cursor(cursor)));
      keep(answer.getMessages(), found);
      return answer.getResponseMetadata();
    }).stream().filter(standing -> !standing.stamp().part().equals(Stamp.REPLY)).toList();
  }

  /** Answers of ours below a root, the oldest first; none where the root is gone. */
  List<Standing> replies(String root) throws CallFailed, InterruptedException {
    try {
      return pages((cursor, found) -> {
        var answer = calls.call(token.reveal(), client -> client.conversationsReplies(r -> r
            .channel(id).ts(root).includeAllMetadata(true).limit(PAGE).cursor(cursor)));
        keep(answer.getMessages(), found);
        return answer.getResponseMetadata();
      }).stream().filter(standing -> standing.stamp().part().equals(Stamp.REPLY)).toList();
    } catch (CallFailed e) {
      if (e.messageIsLost()) {
        return List.of();
      }
      throw e;
    }
  }

  /** A root as it stands, without its buttons. */
  Rendered root(String ts) throws CallFailed, InterruptedException {
    return reply(ts, ts);
  }

  /** An answer below a root as it stands. */
  Rendered reply(String root, String ts) throws CallFailed, InterruptedException {
    var answer = calls.call(token.reveal(), client -> client.conversationsReplies(r -> r
        .channel(id).ts(root).oldest(ts).latest(ts).inclusive(true)));
    List<Message> messages = answer.getMessages();
    return (messages == null ? List.<Message>of() : messages).stream().filter(message -> ts.equals(message.getTs()))
        .findFirst().map(Channel::asItStands)
        .orElseThrow(() -> new CallFailed("message_not_found", Refusals.outcome("message_not_found", "", null)));
  }

  private static Rendered asItStands(Message message) {
    List<LayoutBlock> blocks = message.getBlocks() == null ? List.of() : message.getBlocks();
    return new Rendered(
        message.getText(),
        SlackMessage.json(blocks.stream().filter(block -> !Buttons.BLOCK.equals(block.getBlockId())).toList()));
  }

  private void keep(@Nullable List<Message> messages, List<Standing> found) {
    if (messages != null) {
      messages.stream().map(message -> Standing.of(message, botId)).filter(Objects::nonNull).forEach(found::add);
    }
  }

  /** Reads one page and says where the next begins. */
  @FunctionalInterface
  private interface Page {
    @Nullable ResponseMetadata read(@Nullable String cursor, List<Standing> found)
        throws CallFailed, InterruptedException;
  }

  private static List<Standing> pages(Page page) throws CallFailed, InterruptedException {
    List<Standing> found = new ArrayList<>();
    String cursor = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      ResponseMetadata more = page.read(cursor, found);
      cursor = more == null ? null : more.getNextCursor();
      if (cursor == null || cursor.isEmpty()) {
        break;
      }
    }
    found.sort(Standing.OLDEST_FIRST);
    return found;
  }

  private static String named(@Nullable String ts) throws CallFailed {
    if (ts == null || ts.isEmpty()) {
      throw new CallFailed("", new Outcome.Retryable(Reason.ANSWER_LOST, "the answer names no message", null));
    }
    return ts;
  }
}
