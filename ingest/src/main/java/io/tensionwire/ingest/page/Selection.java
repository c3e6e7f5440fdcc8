package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Some of the blocks of an outline, and how much text, links and prose of them lie within a region. */
final class Selection {

  private final Outline outline;
  private final BitSet kept;
  /** Sums over the kept blocks before each, so that the difference of two is what lies between. */
  private final int[] text;
  private final int[] links;
  private final int[] prose;

  private Selection(Outline outline, BitSet kept) {
    this.outline = outline;
    this.kept = kept;
    List<Block> blocks = outline.blocks();
    text = new int[blocks.size() + 1];
    links = new int[blocks.size() + 1];
    prose = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean counts = kept.get(i);
      text[i + 1] = text[i] + (counts ? block.text().length() : 0);
      links[i + 1] = links[i] + (counts ? block.linked() : 0);
      prose[i + 1] = prose[i] + (counts ? block.prose() : 0);
    }
  }

  static Selection all(Outline outline) {
    var all = new BitSet(outline.blocks().size());
    all.set(0, outline.blocks().size());
    return new Selection(outline, all);
  }

  /** @param dropped indexes of blocks */
  Selection without(BitSet dropped) {
    if (!kept.intersects(dropped)) {
      return this;
    }
    var rest = (BitSet) kept.clone();
    rest.andNot(dropped);
    return new Selection(outline, rest);
  }

  Selection within(Region region) {
    var inside = new BitSet(outline.blocks().size());
    inside.set(region.first(), region.end());
    inside.and(kept);
    return new Selection(outline, inside);
  }

  Outline outline() {
    return outline;
  }

  boolean has(int block) {
    return kept.get(block);
  }

  /** The first kept block from an index on, -1 where there is none. */
  int next(int from) {
    return kept.nextSetBit(from);
  }

  int text(Region region) {
    return text[region.end()] - text[region.first()];
  }

  int prose(Region region) {
    return prose[region.end()] - prose[region.first()];
  }

  int prose() {
    return prose[prose.length - 1];
  }

  /** The prose of the kept blocks before an index. */
  int proseBefore(int block) {
    return prose[block];
  }

  /** The share of the text that is linked, 1 where there is no text. */
  double linkDensity(Region region) {
    int length = text(region);
    return length == 0 ? 1 : (double) (links[region.end()] - links[region.first()]) / length;
  }

  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>(kept.cardinality());
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      paragraphs.add(outline.blocks().get(i).text());
    }
    return paragraphs;
  }
}
