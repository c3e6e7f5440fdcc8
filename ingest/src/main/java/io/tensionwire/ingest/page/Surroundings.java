package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells what stands around an article from what may be in it, by elements, roles and names. */
final class Surroundings {

  private static final Set<String> ELEMENTS = Set.of("nav", "footer", "aside", "figcaption", "form", "menu");
  private static final Set<String> ROLES = Set.of(
      "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog", "menu", "toolbar");

  /** So much prose in a place named for articles is one. */
  private static final int ENOUGH = 500;
  private static final Pattern HEADING = Pattern.compile("h[1-6]");

  private Surroundings() {}

  /** What may be of the article. */
  static Selection without(Outline outline) {
    var all = Selection.all(outline);
    var dropped = new BitSet(outline.blocks().size());
    int headline = firstHeadline(outline);
    int inPlace = 0;
    Region place = null;
    for (Region region : outline.regions()) {
      if (region.place() && all.prose(region) > inPlace) {
        inPlace = all.prose(region);
        place = region;
      }
    }
    for (Region region : outline.regions()) {
      int prose = all.prose(region);
      // A wrapper of everything may bear any name, and so may the place of the headline.
      boolean mayHoldAll = place == null || inPlace < ENOUGH || region.holds(place)
          ? prose * 3 > all.prose() : false;
      if (region.end() > region.first() && !mayHoldAll && isBeside(region, prose)
          && !(region.first() <= headline && headline < region.end())) {
        dropped.set(region.first(), region.end());
      }
    }
    Selection rest = all.without(dropped);
    return rest.without(Cards.in(rest));
  }

  /** What may be of the article in a place that is known to hold it: names say nothing there, elements do. */
  static Selection inPlace(Outline outline) {
    var all = Selection.all(outline);
    var dropped = new BitSet(outline.blocks().size());
    for (Region region : outline.regions()) {
      if (ELEMENTS.contains(region.element().normalName()) && all.prose(region) * 3 <= all.prose()) {
        dropped.set(region.first(), region.end());
      }
    }
    return all.without(dropped);
  }

  private static int firstHeadline(Outline outline) {
    for (int i = 0; i < outline.blocks().size(); i++) {
      if (outline.blocks().get(i).holder().element().nameIs("h1")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBeside(Region region, int prose) {
    Element element = region.element();
    String name = element.normalName();
    if (ELEMENTS.contains(name)) {
      return true;
    }
    if (name.equals("article") || name.equals("main") || name.equals("body") || HEADING.matcher(name).matches()) {
      return false;
    }
    return ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")
        || element.attr("style").replace(" ", "").contains("display:none")
        || BlockNames.sayBesides(region.names(), prose);
  }
}
