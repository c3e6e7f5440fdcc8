package io.tensionwire.alerts.thread;

import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.model.Feedback;
import io.tensionwire.model.Silence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader did with a message, as the message shows it.
 *
 * @param about who did what: the same again is the same mark
 * @param words "Acknowledged by @desk.night 03:12 KST": plain, and of a bounded length
 */
public record Mark(String about, String words, Instant at) {

  public static final String ACKNOWLEDGED = "acknowledged";
  public static final String NOT_RELEVANT = "not-relevant";

  /** Silences that a message's buttons made have ids that start with it and the story, or the alert. */
  public static final String FROM_A_MESSAGE = "message/";

  private static final String STORY = "story";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'KST'", Locale.ENGLISH).withZone(ZoneId.of("Asia/Seoul"));
  private static final int MOST_NAME = 40;
  private static final int MOST_WORD = 60;

  /** The id of the silence of a story, made from a message about it. */
  public static String storySilence(String story) {
    return FROM_A_MESSAGE + story + "/" + STORY;
  }

  /** The id of the silence of a signal, made from a message about a story or alert. */
  public static String signalSilence(String storyOrAlert, String signal) {
    return FROM_A_MESSAGE + storyOrAlert + "/signal/" + signal;
  }

  public static Mark of(Feedback feedback) {
    String did = switch (feedback.verdict()) {
      case ACKNOWLEDGED -> "Acknowledged";
      case NOT_RELEVANT -> "Marked not relevant";
      default -> "Marked “" + plain(feedback.verdict(), MOST_WORD) + "”";
    };
    return new Mark(feedback.verdict() + "/" + feedback.user(), by(did, feedback.user(), feedback.at()), feedback.at());
  }

  /** {@code null} where it was not made from a message. */
  public static @Nullable Mark of(Silence silence) {
    if (story(silence) == null) {
      return null;
    }
    String[] parts = silence.id().split("/", 4);
    String did = parts.length == 4
        ? "Signal “" + plain(parts[3], MOST_WORD) + "” muted until " + TIME.format(silence.endsAt())
        : "Story muted";
    return new Mark(silence.id() + "/" + silence.createdBy(), by(did, silence.createdBy(), silence.startsAt()), silence.startsAt());
  }

  /** The story, or the alert, from whose message a silence was made; {@code null} for any other. */
  static @Nullable String story(Silence silence) {
    String[] parts = silence.id().split("/", 4);
    boolean made = silence.id().startsWith(FROM_A_MESSAGE)
        && (parts.length == 3 && parts[2].equals(STORY) || parts.length == 4 && parts[2].equals("signal"));
    return made ? parts[1] : null;
  }

  private static String by(String did, String user, Instant at) {
    return did + " by @" + plain(user.replaceFirst(" \\([A-Z0-9]+\\)$", ""), MOST_NAME) + " " + TIME.format(at);
  }

  private static String plain(String text, int most) {
    return PlainText.cut(PlainText.of(text).strip(), most);
  }
}
