package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page; what the page does not say is empty.
 *
 * @param body plain text, paragraphs divided by a blank line
 * @param language an IETF tag, as the page says it
 * @param genre what the page's mark-up says the text is
 */
public record Page(
    String title,
    String body,
    @Nullable Instant publishedAt,
    List<String> authors,
    String canonicalUrl,
    String language,
    @Nullable Genre genre) {

  public Page {
    authors = List.copyOf(authors);
  }
}
