package io.tensionwire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The signs that a page shows the beginning of an article and keeps the rest for those who pay or log in. */
final class Paywall {

  /** An article's text of this weight is a whole one, or as good as. */
  private static final int MOST_OF_A_TEASER = 1_800;
  private static final int MOST_OF_A_SHORT_TEASER = 900;
  private static final int LONGEST_SIGN = 220;
  private static final String PLACES =
      "[class*=paywall], [id*=paywall], [class*=subscri], [class*=premium], [class*=regwall], [class*=login], [class*=locked], "
          + "[class*=gate], [class*=member], [class*=piano], [class*=tp-], h2, h3, h4, h5, strong, a, button";
  private static final Pattern FALSE = Pattern.compile("false|no|0", Pattern.CASE_INSENSITIVE);
  private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

  private Paywall() {}

  /** @return what gave it away; {@code null} where nothing did */
  static @Nullable String sign(Document document, LinkedData data, int weight) {
    if (weight > MOST_OF_A_TEASER) {
      return null;
    }
    if (data.all().stream().anyMatch(Paywall::isClosed)
        || document.selectFirst("meta[property=article:content_tier][content=locked], meta[name=article:content_tier][content=locked]") != null) {
      return "its own data say that it is not free";
    }
    if (weight > MOST_OF_A_SHORT_TEASER) {
      return null;
    }
    for (Element element : document.body().select(PLACES)) {
      String text = element.text();
      if (text.length() > 5 && text.length() <= LONGEST_SIGN && WallWords.PAY.matcher(text).find() && !isHidden(element)) {
        return text;
      }
    }
    return null;
  }

  private static boolean isClosed(JsonNode node) {
    return isFalse(node.path("isAccessibleForFree"))
        || (node.path("hasPart").isObject() && isFalse(node.path("hasPart").path("isAccessibleForFree")));
  }

  private static boolean isFalse(JsonNode value) {
    return !value.isMissingNode() && FALSE.matcher(value.asText("").replaceFirst("^https?://schema.org/", "")).matches();
  }

  /** Many pages bring a wall along for later, and do not show it. */
  private static boolean isHidden(Element element) {
    for (Element above = element; above != null; above = above.parent()) {
      if (above.hasAttr("hidden") || above.attr("aria-hidden").equals("true") || above.nameIs("template") || above.nameIs("noscript")
          || above.nameIs("nav") || above.nameIs("header") || above.nameIs("footer") || HIDDEN.matcher(above.attr("style")).find()) {
        return true;
      }
    }
    return false;
  }
}
