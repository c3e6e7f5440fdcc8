package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Takes from the chosen place what is no text of the article. */
final class BodyCleaner {

  private static final Set<String> GROUPS = Set.of("ul", "ol", "div", "table", "section", "dl");

  private final Outline outline;
  private final Region place;
  private final BitSet kept;
  private final String title;

  BodyCleaner(Outline outline, Region place, BitSet kept, String title) {
    this.outline = outline;
    this.place = place;
    this.kept = (BitSet) kept.clone();
    this.title = title;
  }

  String text() {
    for (Region region : outline.regions()) {
      if (region != place && place.holds(region) && region.end() > region.first()
          && GROUPS.contains(region.element().normalName()) && outline.linkDensity(region) > 0.6) {
        kept.clear(region.first(), region.end());
      }
    }
    List<String> paragraphs = new ArrayList<>();
    for (int i = kept.nextSetBit(place.first()); i >= 0 && i < place.end(); i = kept.nextSetBit(i + 1)) {
      Block block = outline.blocks().get(i);
      if (block.isHeading() && block.text().equals(title)) {
        continue;
      }
      paragraphs.add(block.text());
    }
    return String.join("\n\n", paragraphs);
  }
}
