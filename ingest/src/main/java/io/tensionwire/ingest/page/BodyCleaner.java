package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Takes from the chosen place what is no text of the article. */
final class BodyCleaner {

  private static final Set<String> GROUPS = Set.of("ul", "ol", "div", "table", "section", "dl");
  private static final int LONG = 80;

  private final String title;

  BodyCleaner(String title) {
    this.title = title;
  }

  /** @param selection within the place */
  BodyText clean(Selection selection, Region place) {
    Selection article = selection.without(lists(selection, place));
    article = article.without(tail(article));
    article = article.without(furniture(article));
    return new BodyText(article.paragraphs());
  }

  /** Groups that are links for the most part. */
  private static BitSet lists(Selection selection, Region place) {
    var lists = new BitSet();
    for (Region region : selection.outline().regions()) {
      if (region != place && place.holds(region) && region.end() > region.first()
          && GROUPS.contains(region.element().normalName()) && selection.linkDensity(region) > 0.6) {
        lists.set(region.first(), region.end());
      }
    }
    return lists;
  }

  /** Single blocks: the headline again, what was said before word for word, and lines of the site's own. */
  private BitSet furniture(Selection selection) {
    var furniture = new BitSet();
    Set<String> said = new HashSet<>();
    boolean begun = false;
    for (int i = selection.next(0); i >= 0; i = selection.next(i + 1)) {
      Block block = selection.outline().blocks().get(i);
      String text = block.text();
      if (block.isHeading() && text.equals(title) || text.length() > LONG && !said.add(text)
          || BoilerplateLines.isBoilerplate(text) || isLinkedHeadline(block) || !begun && BoilerplateLines.isBeforeText(text)) {
        furniture.set(i);
      } else if (block.isSentence()) {
        begun = true;
      }
    }
    return furniture;
  }

  /** A paragraph that is one link and no sentence: another article. */
  private static boolean isLinkedHeadline(Block block) {
    int length = block.text().length();
    return block.linked() * 20 >= length * 19 && length > 15 && !block.isItem() && !block.isHeading()
        && !SentenceEnd.isAtEndOf(block.text());
  }

  /** From the line on that heads what follows articles. */
  private static BitSet tail(Selection selection) {
    var tail = new BitSet();
    int all = selection.prose();
    for (int i = selection.next(0); i >= 0; i = selection.next(i + 1)) {
      int before = selection.proseBefore(i);
      if (before > 300 && before * 10 > all * 7 && BoilerplateLines.endsArticle(selection.outline().blocks().get(i).text())) {
        tail.set(i, selection.outline().blocks().size());
        break;
      }
    }
    return tail;
  }

  /** The same for a text without mark-up. */
  static BodyText lines(BodyText text) {
    return new BodyText(
        text.paragraphs().stream().filter(paragraph -> !BoilerplateLines.isBoilerplate(paragraph)).toList());
  }
}
