package io.tensionwire.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page as a list of blocks, and for each element where its blocks begin and end. One walk over the page
 * makes it; with the sums of a {@link Selection} no question about nested elements costs more than linear time.
 */
final class Outline {

  private static final Set<String> SILENT = Set.of(
      "script", "style", "noscript", "iframe", "template", "svg", "math", "button", "input", "select", "textarea",
      "object", "video", "audio", "canvas", "map", "title", "head", "dialog");
  private static final Set<String> NEVER_TEXT = Set.of("script", "style", "iframe", "svg", "math", "head", "title");
  /** Blocks for jsoup, yet they stand within sentences. */
  private static final Set<String> WITHIN_SENTENCES = Set.of("ins", "del");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final Set<String> silentElements;

  private Outline(Element root, Set<String> silentElements) {
    this.silentElements = silentElements;
    root.traverse(new Walk());
  }

  static Outline of(Element root) {
    return new Outline(root, SILENT);
  }

  /** With the elements that browsers do not show. */
  static Outline ofUnshown(Element root) {
    return new Outline(root, NEVER_TEXT);
  }

  List<Block> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** All elements that are not silent, parents before their children. */
  List<Region> regions() {
    return Collections.unmodifiableList(regions);
  }

  Region root() {
    return regions.getFirst();
  }

  private final class Walk implements NodeVisitor {

    private final StringBuilder line = new StringBuilder();
    private @Nullable Region region;
    private int linked;
    private int links;
    private int silent;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        if (silent == 0) {
          int before = line.length();
          line.append(Markup.spaced(words.getWholeText()));
          linked += links > 0 ? line.length() - before : 0;
        }
      } else if (node instanceof Element element) {
        open(element);
      }
    }

    private void open(Element element) {
      if (silentElements.contains(element.normalName())) {
        silent++;
      }
      if (silent > 0) {
        return;
      }
      if (element.nameIs("br")) {
        breakLine();
        return;
      }
      String names = BlockNames.of(element);
      boolean place = ArticlePlaces.isPlace(element, names);
      boolean block = place || isBlock(element) || BlockNames.sayCaption(names);
      if (block) {
        flush();
      }
      links += element.nameIs("a") && element.hasAttr("href") ? 1 : 0;
      region = new Region(element, names, region, block, place, blocks.size());
      regions.add(region);
    }

    /** Two breaks divide paragraphs, one divides lines. */
    private void breakLine() {
      int end = line.length();
      while (end > 0 && line.charAt(end - 1) == ' ') {
        end--;
      }
      if (end > 0 && line.charAt(end - 1) == '\n') {
        flush();
      } else if (end > 0) {
        line.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (silentElements.contains(element.normalName())) {
        silent--;
        return;
      }
      if (silent > 0 || element.nameIs("br") || region == null) {
        return;
      }
      if (region.block()) {
        flush();
      }
      links -= element.nameIs("a") && element.hasAttr("href") ? 1 : 0;
      region.close(blocks.size());
      region = region.parent();
    }

    private void flush() {
      String words = Markup.tidyLines(line);
      if (!words.isEmpty() && region != null) {
        blocks.add(Block.of(words, Math.min(linked, words.length()), holder(region)));
      }
      line.setLength(0);
      linked = 0;
    }

    private static Region holder(Region region) {
      Region holder = region;
      while (!holder.block() && holder.parent() != null) {
        holder = holder.parent();
      }
      return holder;
    }
  }

  private static boolean isBlock(Element element) {
    String name = element.normalName();
    return element.isBlock() ? !WITHIN_SENTENCES.contains(name) : name.indexOf('-') > 0;
  }

  /** An element, and the blocks that stand in it: from {@code first} up to but without {@code end}. */
  static final class Region {
    private final Element element;
    private final String names;
    private final @Nullable Region parent;
    private final boolean block;
    private final boolean place;
    private final int first;
    private int end;

    private Region(Element element, String names, @Nullable Region parent, boolean block, boolean place, int first) {
      this.element = element;
      this.names = names;
      this.parent = parent;
      this.block = block;
      this.place = place;
      this.first = first;
      this.end = first;
    }

    private void close(int end) {
      this.end = end;
    }

    Element element() {
      return element;
    }

    /** Class and id. */
    String names() {
      return names;
    }

    @Nullable Region parent() {
      return parent;
    }

    boolean block() {
      return block;
    }

    /** Whether its name or mark-up says that articles stand here. */
    boolean place() {
      return place;
    }

    int first() {
      return first;
    }

    int end() {
      return end;
    }

    boolean holds(Region other) {
      return first <= other.first && other.end <= end;
    }

    @Override
    public String toString() {
      return element.normalName().toLowerCase(Locale.ROOT) + " " + names + " " + first + "-" + end;
    }
  }
}
