package io.tensionwire.alerts.email;

import io.tensionwire.alerts.layout.Html;
import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.model.Language;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The HTML of a letter, for clients that know little of it. All that it is given is text. */
final class LetterHtml {

  private final StringBuilder html = new StringBuilder();

  LetterHtml first(String text, String colour) {
    return element("p", "font-weight:bold;margin:0 0 4px;color:" + colour, "", Html.escaped(text));
  }

  LetterHtml headline(String text, @Nullable URI link, Language language) {
    return element("h1", "font-size:20px;line-height:1.3;margin:0 0 12px", Html.lang(language), Html.linked(text, link));
  }

  LetterHtml paragraph(String text) {
    return element("p", "margin:0 0 8px", "", Html.escaped(text));
  }

  LetterHtml quote(Evidence evidence) {
    String sentence = Html.escaped(evidence.before()) + "<strong>" + Html.escaped(evidence.phrase()) + "</strong>"
        + Html.escaped(evidence.after());
    element("blockquote", "margin:12px 0 2px;padding:2px 12px;border-left:3px solid #9aa0a6",
        Html.lang(evidence.language()), sentence);
    return element("p", "margin:0 0 8px 15px;font-style:italic", "", Html.escaped(evidence.note()));
  }

  LetterHtml item(String text, @Nullable URI link) {
    return element("p", "margin:0 0 6px", "", "• " + Html.linked(text, link));
  }

  LetterHtml small(String text) {
    return element("p", "margin:2px 0;font-size:13px;color:#5f6368", "", Html.escaped(text));
  }

  String finished(String title) {
    return "<!doctype html>\r\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + Html.escaped(title)
        + "</title></head>\r\n<body style=\"font-family:sans-serif;font-size:15px;line-height:1.45;max-width:640px\">\r\n"
        + html + "</body></html>\r\n";
  }

  private LetterHtml element(String name, String style, String attributes, String content) {
    html.append('<').append(name).append(" dir=\"auto\"").append(attributes).append(" style=\"").append(style)
        .append("\">").append(content).append("</").append(name).append(">\r\n");
    return this;
  }
}
