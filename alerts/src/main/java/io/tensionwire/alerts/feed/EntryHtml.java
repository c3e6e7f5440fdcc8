package io.tensionwire.alerts.feed;

import io.tensionwire.alerts.layout.Extent;
import io.tensionwire.alerts.layout.FirstLine;
import io.tensionwire.alerts.layout.Html;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.Language;
import java.net.URI;
import java.util.stream.Stream;

/** What an entry holds, as HTML that any reader shows. */
final class EntryHtml {

  private EntryHtml() {}

  static String of(Message message, Language language) {
    var html = new StringBuilder();
    paragraph(html, FirstLine.mark(message) + " " + FirstLine.of(message));
    URI link = message.link();
    html.append("<p dir=\"auto\"").append(Html.lang(language)).append("><strong>")
        .append(Html.linked(FirstLine.headline(message), link)).append("</strong></p>");
    message.change().forEach(change -> paragraph(html, change));
    for (Evidence evidence : message.evidence()) {
      html.append("<blockquote dir=\"auto\"").append(Html.lang(evidence.language())).append('>')
          .append(Html.escaped(evidence.before())).append("<strong>").append(Html.escaped(evidence.phrase()))
          .append("</strong>").append(Html.escaped(evidence.after())).append("</blockquote>");
      paragraph(html, evidence.note());
    }
    Stream.concat(
            Stream.of(
                Extent.ALL.leftInWords(message), message.provenance(),
                String.join(FirstLine.SEPARATOR, message.times())),
            message.context().stream())
        .filter(line -> !line.isEmpty())
        .forEach(line -> paragraph(html, line));
    return html.toString();
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p>").append(Html.escaped(text)).append("</p>");
  }
}
