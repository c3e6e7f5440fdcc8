package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells what stands around an article from what may be in it, by elements, roles and names. */
final class Surroundings {

  private static final Set<String> ELEMENTS = Set.of("nav", "footer", "aside", "figcaption", "form", "menu");
  private static final Set<String> ROLES = Set.of(
      "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog", "menu", "toolbar");

  private Surroundings() {}

  /** The blocks that may be of the article: a set of indexes. */
  static BitSet without(Outline outline) {
    var kept = new BitSet(outline.blocks().size());
    kept.set(0, outline.blocks().size());
    int all = outline.prose(outline.root());
    int headline = firstHeadline(outline);
    for (Region region : outline.regions()) {
      // A wrapper of everything may bear any name, and so may the place of the headline.
      if (region.end() > region.first() && isBeside(region) && outline.prose(region) * 3 <= all
          && !(region.first() <= headline && headline < region.end())) {
        kept.clear(region.first(), region.end());
      }
    }
    return kept;
  }

  private static int firstHeadline(Outline outline) {
    for (int i = 0; i < outline.blocks().size(); i++) {
      if (outline.blocks().get(i).holder().element().nameIs("h1")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBeside(Region region) {
    Element element = region.element();
    String name = element.normalName();
    if (ELEMENTS.contains(name)) {
      return true;
    }
    if (name.equals("article") || name.equals("main") || name.equals("body")) {
      return false;
    }
    return ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")
        || element.attr("style").replace(" ", "").contains("display:none")
        || BlockNames.sayBesides(region.names());
  }
}
