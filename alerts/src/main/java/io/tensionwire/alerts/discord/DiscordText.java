package io.tensionwire.alerts.discord;

import java.util.regex.Pattern;

/** Text that Discord shows as it stands. */
final class DiscordText {

  /** All ASCII punctuation that begins, ends or joins something: a backslash before it makes it a character again. */
  private static final Pattern MARK_UP = Pattern.compile("[\\\\*_~`|>#<@:\\[\\]()!{}+.&/=-]");

  private DiscordText() {}

  /** Within a description, where Discord's Markdown holds. */
  static String escaped(String text) {
    return MARK_UP.matcher(text).replaceAll("\\\\$0");
  }
}
