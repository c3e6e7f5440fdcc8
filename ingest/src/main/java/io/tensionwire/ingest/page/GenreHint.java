package io.tensionwire.ingest.page;

import io.tensionwire.model.Genre;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of a text say of its kind. Detection believes every hint but {@link Genre#REPORT}, and an opinion
 * opens no message: so only signs count that stand for the whole text, and where none does there is no hint.
 *
 * @param source which sign decided
 */
public record GenreHint(Genre genre, Source source) {

  /** Signs, the surest first. */
  public enum Source {
    /** A type of schema.org such as {@code OpinionNewsArticle}, or Facebook's {@code article:opinion}. */
    DATA_TYPE,
    /** A tag of the headline, such as {@code [사설]} or {@code Opinion:}. */
    TITLE_TAG,
    /** The section that the page names, in its data, its breadcrumbs or the classes of its body. */
    SECTION,
    /** What the author is called beside the name. */
    BYLINE,
    /** A part of the address before the last. */
    ADDRESS,
    FEED_CATEGORY
  }

  /** By what a feed alone says. */
  public static @Nullable GenreHint ofFeed(String title, List<String> categories, String address) {
    return first(
        hint(GenreWords.inTitle(title), Source.TITLE_TAG), hint(GenreWords.inSections(categories), Source.FEED_CATEGORY),
        hint(GenreWords.inAddress(address), Source.ADDRESS));
  }

  static @Nullable GenreHint ofPage(
      List<String> types, String title, List<String> sections, List<String> authors, String address) {
    return first(
        hint(GenreWords.inTypes(types), Source.DATA_TYPE), hint(GenreWords.inTitle(title), Source.TITLE_TAG),
        hint(GenreWords.inSections(sections), Source.SECTION), hint(GenreWords.inByline(authors), Source.BYLINE),
        hint(GenreWords.inAddress(address), Source.ADDRESS));
  }

  private static @Nullable GenreHint hint(@Nullable Genre genre, Source source) {
    return genre == null ? null : new GenreHint(genre, source);
  }

  private static @Nullable GenreHint first(@Nullable GenreHint... hints) {
    for (GenreHint hint : hints) {
      if (hint != null) {
        return hint;
      }
    }
    return null;
  }
}
