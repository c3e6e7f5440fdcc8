package io.tensionwire.alerts.slack.app;

import com.slack.api.model.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours as it stands in the channel.
 *
 * @param ts its name, which is when Slack took it
 * @param replies how many stand below it
 * @param latestReply the name of the last of them; {@code null} where there is none
 */
record Standing(String ts, Stamp stamp, int replies, @Nullable String latestReply) {

  /** Names are times in seconds with six decimals, so of one length for the next centuries. */
  static final Comparator<Standing> OLDEST_FIRST = Comparator.comparing(Standing::ts);

  /** {@code null} where it is not one of ours. */
  static @Nullable Standing of(Message message, @Nullable String botId) {
    Stamp stamp = Stamp.of(message);
    // Any app may write metadata that looks like ours.
    boolean others = botId != null && message.getBotId() != null && !botId.equals(message.getBotId());
    return stamp == null || others || message.getTs() == null
        ? null
        : new Standing(
            message.getTs(), stamp, Objects.requireNonNullElse(message.getReplyCount(), 0), message.getLatestReply());
  }

  /** Whether somebody answered since. */
  boolean answeredSince(Instant moment) {
    return latestReply == null ? replies > 0 : !postedAt(latestReply).isBefore(moment);
  }

  /** When Slack took a message, to the second. */
  static Instant postedAt(String ts) {
    return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
  }
}
