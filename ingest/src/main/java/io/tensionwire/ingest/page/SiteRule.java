package io.tensionwire.ingest.page;

import io.tensionwire.ingest.page.Outline.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of one site keep an article. All selectors are optional.
 *
 * @param body the first that finds text gives the body; all of its elements count
 * @param remove what is no text within them
 * @param charset of pages whose label cannot be believed
 */
record SiteRule(
    List<String> hosts,
    List<Evaluator> body,
    List<Evaluator> remove,
    List<Evaluator> title,
    List<Evaluator> date,
    List<Evaluator> author,
    @Nullable String charset) {

  /** What is shorter is a caption or a lock, and the general way is asked. */
  private static final int LEAST = 100;

  SiteRule {
    hosts = List.copyOf(hosts);
    body = List.copyOf(body);
    remove = List.copyOf(remove);
    title = List.copyOf(title);
    date = List.copyOf(date);
    author = List.copyOf(author);
  }

  /** @return nothing where no selector finds enough */
  BodyText body(Document document, String title) {
    for (Evaluator selector : body) {
      Elements found = document.body().select(selector);
      if (found.isEmpty()) {
        continue;
      }
      var place = new Element("div");
      // Copies: other readers of the page want it whole.
      Set<Element> all = new HashSet<>(found);
      found.stream().filter(element -> element.parents().stream().noneMatch(all::contains))
          .forEach(element -> place.appendChild(element.clone()));
      remove.forEach(unwanted -> place.select(unwanted).remove());
      Outline outline = Outline.of(place);
      Region root = outline.root();
      BodyText text = new BodyCleaner(title).clean(Surroundings.inPlace(outline), root);
      if (text.length() >= LEAST) {
        return text;
      }
    }
    return BodyText.NONE;
  }

  /** The words that a field's selectors find first; {@code null} where they find none. */
  static @Nullable String words(Document document, List<Evaluator> selectors) {
    for (Evaluator selector : selectors) {
      Element found = document.selectFirst(selector);
      if (found != null) {
        String words = found.hasAttr("content") ? found.attr("content")
            : found.hasAttr("datetime") ? found.attr("datetime") : found.text();
        if (!words.isBlank()) {
          return words.strip();
        }
      }
    }
    return null;
  }
}
