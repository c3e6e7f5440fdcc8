package io.tensionwire.alerts.layout;

import io.tensionwire.model.Language;
import io.tensionwire.model.WireName;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Text in HTML, as text. */
public final class Html {

  private Html() {}

  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A link where there is an address. */
  public static String linked(String text, @Nullable URI link) {
    return link == null ? escaped(text)
        : "<a href=\"" + escaped(link.toString()) + "\" rel=\"noreferrer\">" + escaped(text) + "</a>";
  }

  /** An attribute, with a space before it; empty where the language is not known. */
  public static String lang(Language language) {
    return language == Language.OTHER ? "" : " lang=\"" + WireName.of(language) + "\"";
  }
}
