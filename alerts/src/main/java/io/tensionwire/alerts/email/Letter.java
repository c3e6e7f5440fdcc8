package io.tensionwire.alerts.email;

import io.tensionwire.alerts.layout.Extent;
import io.tensionwire.alerts.layout.FirstLine;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.model.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is written to people: the subject, and the same words twice, as text and as HTML. */
record Letter(String subject, String text, String html) {

  private static final int MOST_SUBJECT = 180;

  /** @param language of the headline */
  static Letter of(Message message, Language language, @Nullable String mention) {
    String first = FirstLine.mark(message) + " " + FirstLine.of(message);
    List<String> text = new ArrayList<>();
    var html = new LetterHtml();
    if (mention != null) {
      text.add(mention);
      html.paragraph(mention);
    }
    URI link = message.link();
    text.add(first);
    text.add(FirstLine.headline(message));
    if (link != null) {
      text.add(link.toString());
    }
    html.first(first, colour(message)).headline(FirstLine.headline(message), link, language);
    message.change().forEach(change -> {
      text.add(change);
      html.paragraph(change);
    });
    for (Evidence evidence : message.evidence()) {
      text.add("");
      text.add("> " + evidence.before() + evidence.phrase() + evidence.after());
      text.add("  " + evidence.note());
      html.quote(evidence);
    }
    List<String> around = new ArrayList<>();
    around.add(Extent.ALL.leftInWords(message));
    around.add(message.provenance());
    around.add(String.join(FirstLine.SEPARATOR, message.times()));
    around.addAll(message.context());
    around.removeIf(String::isEmpty);
    text.add("");
    text.addAll(around);
    around.forEach(html::small);
    return new Letter(
        subject(FirstLine.mark(message) + " " + message.label() + ": " + FirstLine.headline(message)), joined(text),
        html.finished(FirstLine.headline(message)));
  }

  static Letter of(Notice notice) {
    List<String> text = new ArrayList<>();
    var html = new LetterHtml();
    String mention = notice.mention();
    if (mention != null) {
      text.add(mention);
      html.paragraph(mention);
    }
    text.add(notice.title());
    html.headline(notice.title(), null, Language.EN);
    for (NoticeLine line : notice.lines()) {
      URI link = line.link();
      text.add("- " + line.inWords() + (link == null ? "" : "\n  " + link));
      html.item(line.inWords(), link);
    }
    if (notice.more() > 0) {
      text.add(notice.moreInWords());
      html.small(notice.moreInWords());
    }
    return new Letter(subject(notice.title()), joined(text), html.finished(notice.title()));
  }

  /** One line, and none that a client would decode into something else (RFC 2047). */
  private static String subject(String text) {
    return PlainText.cut(PlainText.of(text).strip(), MOST_SUBJECT).replace("=?", "= ?");
  }

  private static String joined(List<String> lines) {
    return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String colour(Message message) {
    return switch (message.trend()) {
      case EASING -> "#1e7e45";
      default -> switch (message.severity()) {
        case NOTICE -> "#5f6368";
        case ELEVATED -> "#9a6700";
        case HIGH -> "#b3261e";
        case CRITICAL -> "#7b1fa2";
      };
    };
  }
}
