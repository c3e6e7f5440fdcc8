package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.BitSet;
import java.util.List;
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
      var all = new BitSet();
      all.set(0, outline.blocks().size());
      String other = in(all);
      text = other.length() > text.length() ? other : text;
    }
    if (said.length() > 250 && said.length() > text.length() * 0.8) {
      return said.contains("\n\n") || text.length() < said.length() / 2 ? said : text;
    }
    return text.length() < 120 && said.length() > text.length() ? said : text;
  }

  private String in(BitSet kept) {
    Region best = choose(kept);
    if (best == null) {
      return "";
    }
    var cleaned = new BodyCleaner(outline, best, kept, title);
    return cleaned.text();
  }

  private int prose(Region region, BitSet kept) {
    int prose = 0;
    for (int i = kept.nextSetBit(region.first()); i >= 0 && i < region.end(); i = kept.nextSetBit(i + 1)) {
      prose += outline.blocks().get(i).prose();
    }
    return prose;
  }

  private @Nullable Region choose(BitSet kept) {
    Region place = null;
    int longest = 0;
    for (Region region : outline.regions()) {
      if (region.block() && ArticlePlaces.isPlace(region.element(), region.names())) {
        int length = prose(region, kept);
        if (length > longest) {
          longest = length;
          place = region;
        }
      }
    }
    Region densest = new Density(outline, kept).densest();
    if (densest == null) {
      return place;
    }
    densest = widen(densest, kept);
    return place != null && longest * 10 >= prose(densest, kept) * 7 ? place : densest;
  }

  private Region widen(Region best, BitSet kept) {
    Region chosen = best;
    for (Region parent = best.parent(); parent != null; parent = parent.parent()) {
      int inner = prose(chosen, kept);
      int outer = prose(parent, kept);
      if (outer > inner * 1.15 && outline.linkDensity(parent) < 0.2 && outer * 10 > outline.text(parent) * 7) {
        chosen = parent;
      } else if (parent.element().nameIs("article") || parent.element().nameIs("main")) {
        break;
      }
    }
    return chosen;
  }

  static String joined(List<String> paragraphs) {
    return String.join("\n\n", paragraphs);
  }
}
