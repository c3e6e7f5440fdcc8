package io.tensionwire.ingest.identity;

import io.tensionwire.model.Article;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a text that was told: enough to say whether another says something else, and where. Furniture
 * and a wire's marks of progress do not count.
 *
 * @param title hash of the bare title; empty where only a hash of the whole is known
 */
public record TextPrint(String title, String summary, String body) {

  public static TextPrint of(Article article) {
    return new TextPrint(
        titleOf(article.title()), ShortHash.text(Furniture.without(article.summary())),
        ShortHash.text(Furniture.withoutEdges(article.body())));
  }

  /** The hash of a title, its marks of progress left out. */
  public static String titleOf(String title) {
    return ShortHash.text(Furniture.without(Headline.of(title).folded()));
  }

  /** As it is remembered. */
  public String text() {
    return title + "." + summary + "." + body;
  }

  /** Reads what is remembered; {@code hash} of older states covers the whole text at once. */
  public static TextPrint parse(String hash) {
    String[] parts = hash.split("\\.", -1);
    return parts.length == 3 ? new TextPrint(parts[0], parts[1], parts[2]) : new TextPrint("", "", hash);
  }

  /** What is other in that article than here, of {@code title}, {@code summary} and {@code body}. */
  public List<String> changedIn(Article article) {
    if (title.isEmpty()) {
      return body.equals(article.contentHash()) ? List.of() : List.of("title", "summary", "body");
    }
    TextPrint now = of(article);
    List<String> changed = new ArrayList<>();
    if (!now.title.equals(title)) {
      changed.add("title");
    }
    if (!now.summary.equals(summary)) {
      changed.add("summary");
    }
    if (!now.body.equals(body)) {
      changed.add("body");
    }
    return List.copyOf(changed);
  }
}
