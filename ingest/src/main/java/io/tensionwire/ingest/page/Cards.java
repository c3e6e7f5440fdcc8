package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Rows of like elements that each hold a linked headline and a few words: other articles, told of within this one. */
final class Cards {

  private static final int FEWEST = 3;
  private static final int FEW_WORDS = 350;

  private Cards() {}

  static BitSet in(Selection selection) {
    Map<Region, Map<String, Row>> rows = new IdentityHashMap<>();
    for (Region region : selection.outline().regions()) {
      Region parent = region.parent();
      if (parent != null && region.block() && region.end() > region.first()) {
        String kind = region.element().normalName() + " " + region.names();
        rows.computeIfAbsent(parent, p -> new HashMap<>(4)).computeIfAbsent(kind, k -> new Row())
            .add(region, selection);
      }
    }
    var cards = new BitSet(selection.outline().blocks().size());
    for (Map<String, Row> kinds : rows.values()) {
      for (Row row : kinds.values()) {
        if (row.like >= FEWEST && row.like * 10 >= row.size * 8 && row.prose * 3 <= selection.prose()) {
          cards.or(row.blocks);
        }
      }
    }
    return cards;
  }

  private static final class Row {
    private final BitSet blocks = new BitSet();
    private int size;
    private int like;
    private int prose;

    void add(Region region, Selection selection) {
      size++;
      blocks.set(region.first(), region.end());
      prose += selection.prose(region);
      if (selection.text(region) <= FEW_WORDS && hasLinkedHeadline(region, selection)) {
        like++;
      }
    }

    private static boolean hasLinkedHeadline(Region region, Selection selection) {
      for (int i = selection.next(region.first()); i >= 0 && i < region.end(); i = selection.next(i + 1)) {
        Block block = selection.outline().blocks().get(i);
        if (block.linked() * 10 >= block.text().length() * 9 && block.text().length() > 15
            && block.holder() != region) {
          return true;
        }
      }
      return false;
    }
  }
}
