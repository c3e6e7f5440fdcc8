package io.tensionwire.alerts.telegram;

import io.tensionwire.alerts.layout.Extent;
import io.tensionwire.alerts.layout.FirstLine;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What is written in a chat. */
final class TelegramMessage {

  private static final int MOST_MENTION = 200;

  private TelegramMessage() {}

  static TelegramText of(Message message, @Nullable String mention) {
    return Extent.fullest(message, (m, extent) -> text(m, extent, mention), TelegramText::fits);
  }

  static TelegramText of(Notice notice) {
    return Extent.fullest(notice, TelegramMessage::text, TelegramText::fits);
  }

  private static TelegramText text(Message message, Extent extent, @Nullable String mention) {
    var text = begun(mention);
    text.line().plain(FirstLine.mark(message) + " ").bold(FirstLine.of(message));
    URI link = message.link();
    text.line().linked(FirstLine.headline(message), link);
    message.change().forEach(change -> text.line().plain(change));
    for (Evidence evidence : extent.evidence(message)) {
      text.line();
      int quote = text.quote();
      text.plain(evidence.before()).bold(evidence.phrase()).plain(evidence.after()).endQuote(quote);
      text.line().italic(evidence.note());
    }
    said(text, extent.leftInWords(message));
    said(text, message.provenance());
    said(text, String.join(FirstLine.SEPARATOR, message.times()));
    extent.contextOf(message).forEach(line -> said(text, line));
    return text;
  }

  private static TelegramText text(Notice notice) {
    var text = begun(notice.mention());
    text.line().bold(notice.title());
    for (NoticeLine line : notice.lines()) {
      text.line().linked(line.inWords().isBlank() ? "—" : line.inWords(), line.link());
    }
    said(text, notice.moreInWords());
    return text;
  }

  /** Telegram finds a mention in a text by itself: this one it should find. */
  private static TelegramText begun(@Nullable String mention) {
    var text = new TelegramText();
    return mention == null ? text : text.asWritten(PlainText.cut(PlainText.of(mention).strip(), MOST_MENTION));
  }

  private static void said(TelegramText text, String line) {
    if (!line.isEmpty()) {
      text.line().plain(line);
    }
  }
}
