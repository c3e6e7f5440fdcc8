package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import io.tensionwire.model.PageProblem;
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
 * @param genreHint what the page says the text is; absent where it says nothing special
 * @param ampUrl the address of the page's AMP twin, which may hold the text where this one has none
 * @param problem why the text is not here, or not all of it; absent where nothing is in the way
 * @param reason the same in a few words for people; empty where there is no problem
 */
public record Page(
    String title,
    String body,
    @Nullable OffsetDateTime published,
    @Nullable OffsetDateTime updated,
    List<String> authors,
    String canonicalUrl,
    String language,
    @Nullable GenreHint genreHint,
    String ampUrl,
    @Nullable PageProblem problem,
    String reason) {

  public Page {
    authors = List.copyOf(authors);
  }

  /** A page that gave nothing but a reason. */
  public static Page without(PageProblem problem, String reason) {
    return new Page("", "", null, null, List.of(), "", "", null, "", problem, reason);
  }

  /** Whether there is text of the article. */
  public boolean hasText() {
    return !body.isBlank();
  }

  Page with(String title, @Nullable OffsetDateTime published, List<String> authors) {
    return new Page(title, body, published, updated, authors, canonicalUrl, language, genreHint, ampUrl, problem, reason);
  }

  public @Nullable Genre genre() {
    return genreHint == null ? null : genreHint.genre();
  }

  public @Nullable Instant publishedAt() {
    return published == null ? null : published.toInstant();
  }

  public @Nullable Instant updatedAt() {
    return updated == null ? null : updated.toInstant();
  }
}
