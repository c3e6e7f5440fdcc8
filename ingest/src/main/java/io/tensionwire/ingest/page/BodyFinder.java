package io.tensionwire.ingest.page;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of the article. Each place where a page may keep it gives a candidate, the cheap ones first; the dear
 * ones are asked where those before have little to say.
 */
final class BodyFinder {

  /** An article that is shorter may be a teaser of the one that a script holds. */
  private static final int SHORT = 500;
  private static final int LEAST_SAID = 150;

  private final Document document;
  private final String title;

  BodyFinder(Document document, String title) {
    this.document = document;
    this.title = title;
  }

  /** @param rule of the page's site */
  String find(@Nullable SiteRule rule) {
    if (rule != null) {
      BodyText ruled = rule.body(document, title);
      if (!ruled.isEmpty()) {
        return ruled.toString();
      }
    }
    BodyText text = choose(MarkupBody.of(document.body(), title), LinkedBody.of(document));
    if (text.prose() < SHORT) {
      text = longer(text, ScriptBody.of(document, title));
    }
    if (text.prose() < LEAST_SAID) {
      text = longer(text, MarkupBody.ofUnshown(document.body(), title));
    }
    return text.toString();
  }

  /** What the page shows, or what its data says: the data is rarer, more precise and often without paragraphs. */
  private static BodyText choose(BodyText shown, BodyText said) {
    if (said.length() < LEAST_SAID) {
      return shown.prose() < LEAST_SAID / 2 ? longer(shown, said) : shown;
    }
    Set<Integer> shingles = said.shingles();
    double shownInSaid = shown.sharedWith(shingles);
    double saidInShown = said.sharedWith(shown.shingles());
    if (saidInShown > 0.8) {
      // The same text: the page has the paragraphs, the data knows what does not belong to them.
      boolean whole = !said.isCutOff() && said.length() * 10 > shown.length() * 6;
      return whole ? shown.confirmedBy(shingles) : shown;
    }
    if (shownInSaid > 0.6) {
      return said;
    }
    return said.length() * 2 > shown.prose() && !said.isCutOff() ? said : shown;
  }

  /** The second only where it has notably more to say. */
  private static BodyText longer(BodyText first, BodyText second) {
    return second.prose() > first.prose() * 1.3 ? second : first;
  }
}
