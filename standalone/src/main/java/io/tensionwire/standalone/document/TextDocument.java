package io.tensionwire.standalone.document;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text as an article: without a title, a date on the first line is its date and a short line after it the title. */
public final class TextDocument {
  private static final int LONGEST_TITLE = 250;
  private static final List<DateTimeFormatter> DATES = List.of(
      DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));

  private TextDocument() {}

  /** The article that a text is. */
  public static Article article(String name, String text, Instant now) {
    return article(name, "", text, null, now);
  }

  /**
   * A text told apart.
   *
   * @param publishedAt its date, or the one that is given; absent where there is neither
   */
  public record Parts(String title, String body, @Nullable Instant publishedAt) {}

  /** An article whose title may be missing: then it is the first line or sentence of its text. */
  public static Article article(String id, String title, String text, @Nullable Instant given, Instant now) {
    Parts parts = parts(title, text, given);
    Instant publishedAt = parts.publishedAt();
    Instant fetchedAt = publishedAt != null && publishedAt.isAfter(now) ? publishedAt : now;
    return Article.builder(URI.create("urn:tensionwire:document"))
        .id(id).title(parts.title()).body(parts.body(), BodySource.FEED).publishedAt(publishedAt).fetchedAt(fetchedAt)
        .build();
  }

  /**
   * Title, body and date of a text.
   *
   * @throws IllegalArgumentException if there is neither title nor text
   */
  public static Parts parts(String title, String text, @Nullable Instant given) {
    String head = title.strip();
    String body = text.strip();
    Instant publishedAt = given;
    if (head.isEmpty()) {
      Instant dated = date(firstLine(body));
      if (dated != null) {
        publishedAt = given == null ? dated : given;
        body = body.substring(firstLine(body).length()).strip();
      }
      String line = firstLine(body);
      head = line.length() <= LONGEST_TITLE ? line : sentence(line);
      body = line.length() <= LONGEST_TITLE ? body.substring(line.length()).strip() : body;
    }
    if (head.isEmpty()) {
      throw new IllegalArgumentException("has neither title nor text");
    }
    return new Parts(head, body, publishedAt);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).strip();
  }

  private static String sentence(String line) {
    int end = line.indexOf(". ");
    return line.substring(0, Math.min(end < 0 ? LONGEST_TITLE : end + 1, LONGEST_TITLE));
  }

  private static @Nullable Instant date(String line) {
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(line, format).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException e) {
        // Not written in this way; the next one may fit, and a text need not be dated.
      }
    }
    return null;
  }
}
