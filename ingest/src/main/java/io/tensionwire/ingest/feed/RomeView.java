package io.tensionwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * What ROME makes of a tree, dates aside: it tries some twenty formats on each, which is most of what a feed costs, and
 * they are read better from the tree itself.
 */
final class RomeView {

  private static final Set<String> DATES =
      Set.of("pubDate", "lastBuildDate", "date", "published", "updated", "issued", "modified", "created");
  private static final String OUT_OF_SIGHT = "unread";

  private RomeView() {}

  /** Nothing where ROME does not know the format, and the tree stands alone; the tree is as it was. */
  static @Nullable SyndFeed of(Document tree) {
    List<Element> dates = new ArrayList<>();
    collect(dates, tree.getRootElement());
    List<String> names = dates.stream().map(Element::getName).toList();
    dates.forEach(date -> date.setName(OUT_OF_SIGHT));
    try {
      return new SyndFeedImpl(new WireFeedInput().build(tree));
    } catch (FeedException | RuntimeException e) {
      // ROME throws whatever comes along on elements that it expects and a feed lacks.
      return null;
    } finally {
      for (int i = 0; i < names.size(); i++) {
        dates.get(i).setName(names.get(i));
      }
    }
  }

  private static void collect(List<Element> dates, Element structure) {
    for (Element element : structure.getChildren()) {
      if (DATES.contains(element.getName())) {
        dates.add(element);
      } else if (Vocabulary.isStructure(element.getName())) {
        collect(dates, element);
      }
    }
  }
}
