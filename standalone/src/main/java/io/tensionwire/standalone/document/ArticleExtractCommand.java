package io.tensionwire.standalone.document;

import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code article extract}: what a page says. */
@Command(name = "extract", description = "Shows the article in a page, as a file or at an address.")
final class ArticleExtractCommand extends DocumentsCommand<Page> {

  private final PageExtractor extractor = new PageExtractor();

  @Override
  Result<Page> read(Fetched document, ZoneId zone) throws IOException {
    Page page = extractor.extract(document.body(), document.uri(), document.head(), zone);
    return new Result<>(page, page.hasText() ? null : page.reason());
  }

  @Override
  void describe(@Nullable Page page, Map<String, @Nullable Object> line) {
    if (page != null) {
      line.put("title", page.title());
      line.put("body", page.body());
      line.put("publishedAt", text(page.published()));
      line.put("updatedAt", text(page.updated()));
      line.put("authors", page.authors());
      line.put("canonicalUrl", page.canonicalUrl());
      line.put("language", page.language());
      line.put("genre", page.genre() == null ? null : WireName.of(page.genre()));
      line.put("problem", page.problem() == null ? null : WireName.of(page.problem()));
    }
  }

  /** With the page's own offset: its day is the day that its readers see. */
  private static @Nullable String text(@Nullable OffsetDateTime moment) {
    return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  @Override
  void show(Page page, String source, PrintWriter out) {
    out.printf("%s%n%s%n%s%n%n%s%n", page.title(), page.published() == null ? "undated" : page.published(),
        String.join(", ", page.authors()), page.body());
  }
}
