package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Finds the text of the article among what surrounds it. */
final class BodyFinder {

  private final Outline outline;
  private final String title;

  BodyFinder(Document document, String title) {
    this.outline = Outline.of(document.body());
    this.title = title;
  }

  /** @param said the body that the page's own data gives, may be empty */
  String find(String said) {
    if (outline.blocks().isEmpty()) {
      return said;
    }
    String text = in(Surroundings.without(outline));
    if (text.length() < 200) {
      // Some pages give the article's own place a name that elsewhere means advertising.
      String other = in(Selection.all(outline));
      text = other.length() > text.length() ? other : text;
    }
    if (said.length() > 250 && said.length() > text.length() * 0.8) {
      return said.contains("\n\n") || text.length() < said.length() / 2 ? said : text;
    }
    return text.length() < 120 && said.length() > text.length() ? said : text;
  }

  private String in(Selection selection) {
    Region best = choose(selection);
    return best == null ? "" : new BodyCleaner(title).clean(selection.within(best), best);
  }

  private static @Nullable Region choose(Selection selection) {
    Region place = null;
    int longest = 0;
    for (Region region : selection.outline().regions()) {
      if (region.place()) {
        int length = selection.prose(region);
        if (length > longest) {
          longest = length;
          place = region;
        }
      }
    }
    Region densest = new Density(selection).densest();
    if (densest == null) {
      return place;
    }
    densest = widened(densest, selection);
    return place != null && longest * 10 >= selection.prose(densest) * 7 ? place : densest;
  }

  /** With what stands beside it, where that is prose and little else. */
  private static Region widened(Region best, Selection selection) {
    Region chosen = best;
    double dearer = 1;
    for (Region parent = best.parent(); parent != null; parent = parent.parent()) {
      int prose = selection.prose(parent) - selection.prose(chosen);
      int text = selection.text(parent) - selection.text(chosen);
      if (prose > selection.prose(chosen) * 0.15 * dearer && prose * 10 > text * 7 && selection.linkDensity(parent) < 0.3) {
        chosen = parent;
      }
      if (parent.element().nameIs("article") || parent.element().nameIs("main")) {
        dearer = 7;
      }
    }
    return chosen;
  }
}
