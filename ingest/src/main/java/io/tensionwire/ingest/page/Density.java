package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where running text is densest: each paragraph speaks for the element that it stands in and, less, for those around it,
 * after the <a href="https://github.com/mozilla/readability">Readability</a> of arc90.
 */
final class Density {

  private static final double[] SHARES = {1.0, 0.7, 0.42, 0.25};

  private final Selection selection;

  Density(Selection selection) {
    this.selection = selection;
  }

  @Nullable Region densest() {
    Map<Region, Double> scores = new IdentityHashMap<>();
    for (int i = selection.next(0); i >= 0; i = selection.next(i + 1)) {
      Block block = selection.outline().blocks().get(i);
      if (block.prose() < 25) {
        continue;
      }
      double score = block.prose() * (block.isItem() ? 0.4 : 1.0);
      Region place = block.isParagraph() || block.isItem() ? block.holder().parent() : block.holder();
      for (int up = 0; place != null && up < SHARES.length; up++, place = place.parent()) {
        scores.merge(place, score * SHARES[up], Double::sum);
      }
    }
    Region best = null;
    double highest = 0;
    for (Region region : selection.outline().regions()) {
      double score = scores.getOrDefault(region, 0.0);
      if (score > highest) {
        highest = score;
        best = region;
      }
    }
    return best;
  }
}
