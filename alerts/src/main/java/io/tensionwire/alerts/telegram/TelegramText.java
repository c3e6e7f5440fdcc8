package io.tensionwire.alerts.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text and the entities beside it, their offsets in UTF-16 units as Telegram counts them. */
final class TelegramText {

  /** After parsing. */
  static final int MOST = 4096;

  /**
   * Where Telegram would begin, or go on with, a mention, a tag, a command, an address or a link of its own. A word
   * joiner after it shows nothing, and ends each of these.
   */
  private static final Pattern JOINT =
      Pattern.compile("[@#$](?=\\S)|/(?=[\\p{L}\\d_/])|\\.(?=[\\p{L}_-])|:(?=[/\\p{L}])");

  private static final String BROKEN = "$0\u2060";

  private final StringBuilder text = new StringBuilder();
  private final ArrayNode entities = JsonNodeFactory.instance.arrayNode();

  /** Text that is nothing else. */
  TelegramText plain(String words) {
    text.append(broken(words));
    return this;
  }

  /** Text of ours, or of whoever runs it: Telegram may find in it what it likes. */
  TelegramText asWritten(String words) {
    text.append(words);
    return this;
  }

  TelegramText line() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    return this;
  }

  TelegramText bold(String words) {
    return entity("bold", words, null);
  }

  TelegramText italic(String words) {
    return entity("italic", words, null);
  }

  TelegramText linked(String words, @Nullable URI link) {
    return link == null ? plain(words) : entity("text_link", words, link);
  }

  /** What is appended from here on is a quotation, until {@link #endQuote}. */
  int quote() {
    return text.length();
  }

  TelegramText endQuote(int from) {
    add("blockquote", from, null);
    return this;
  }

  private TelegramText entity(String type, String words, @Nullable URI link) {
    int from = text.length();
    text.append(broken(words));
    add(type, from, link);
    return this;
  }

  private void add(String type, int from, @Nullable URI link) {
    int length = text.length() - from;
    if (length > 0 && !text.substring(from).isBlank()) {
      ObjectNode entity = entities.addObject().put("type", type).put("offset", from).put("length", length);
      if (link != null) {
        entity.put("url", link.toString());
      }
    }
  }

  private static String broken(String words) {
    return JOINT.matcher(words).replaceAll(BROKEN);
  }

  boolean fits() {
    return text.length() <= MOST;
  }

  String text() {
    return text.toString();
  }

  ArrayNode entities() {
    return entities;
  }
}
