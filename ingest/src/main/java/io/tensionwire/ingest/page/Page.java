package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page; what the page does not say is empty.
 *
 * @param body plain text, paragraphs divided by a blank line
 * @param published with the offset that the page is written in: its date is the day that the page's readers see
 * @param updated when it was changed after that
 * @param language an IETF tag, as the page says it, or as its letters say where it is wrong
 * @param genre what the page's mark-up says the text is
 * @param ampUrl the address of the page's AMP twin, which may hold the text where this one has none
 */
public record Page(
    String title,
    String body,
    @Nullable OffsetDateTime published,
    @Nullable OffsetDateTime updated,
    List<String> authors,
    String canonicalUrl,
    String language,
    @Nullable Genre genre,
    String ampUrl) {

  public Page {
    authors = List.copyOf(authors);
  }

  Page with(String title, @Nullable OffsetDateTime published, List<String> authors) {
    return new Page(title, body, published, updated, authors, canonicalUrl, language, genre, ampUrl);
  }

  public @Nullable Instant publishedAt() {
    return published == null ? null : published.toInstant();
  }

  public @Nullable Instant updatedAt() {
    return updated == null ? null : updated.toInstant();
  }
}
