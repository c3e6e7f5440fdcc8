package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The text of the article in the elements of the page: in the place that is named for it, or where prose is densest. */
final class MarkupBody {

  private static final int LITTLE = 200;

  private MarkupBody() {}

  static BodyText of(Element root, String title) {
    return find(Outline.of(root), title);
  }

  /** With what browsers do not show: {@code <noscript>}, {@code <template>} and the like. */
  static BodyText ofUnshown(Element root, String title) {
    return find(Outline.ofUnshown(root), title);
  }

  private static BodyText find(Outline outline, String title) {
    if (outline.blocks().isEmpty()) {
      return BodyText.NONE;
    }
    BodyText text = in(Surroundings.without(outline), title);
    if (text.length() < LITTLE) {
      // Some pages give the article's own place a name that elsewhere means advertising.
      BodyText other = in(Selection.all(outline), title);
      text = other.length() > text.length() ? other : text;
    }
    return text;
  }

  private static BodyText in(Selection selection, String title) {
    Region best = choose(selection);
    return best == null ? BodyText.NONE : new BodyCleaner(title).clean(selection.within(best), best);
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
      if (prose > selection.prose(chosen) * 0.15 * dearer && prose * 10 > text * 7
          && selection.linkDensity(parent) < 0.3) {
        chosen = parent;
      }
      if (parent.element().nameIs("article") || parent.element().nameIs("main")) {
        dearer = 7;
      }
    }
    return chosen;
  }
}
