package io.tensionwire.standalone.document;

import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedParseException;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import io.tensionwire.ingest.fetch.FetchOutcome.Fetched;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code feed parse}: what a feed holds. */
@Command(name = "parse", description = "Shows what a feed holds, as a file or at an address.")
final class FeedParseCommand extends DocumentsCommand<ParsedFeed> {

  private final FeedParser parser = new FeedParser();

  @Override
  Result<ParsedFeed> read(Fetched document, ZoneId zone) {
    try {
      return new Result<>(
          parser.parse(new FeedDocument(
              document.body(), document.uri(), document.contentType(), document.contentLocation(), zone)),
          null);
    } catch (FeedParseException e) {
      return new Result<>(null, e.getMessage());
    }
  }

  @Override
  void describe(@Nullable ParsedFeed feed, Map<String, @Nullable Object> line) {
    if (feed == null) {
      line.put("entries", List.of());
      return;
    }
    line.put("format", feed.format());
    line.put("encoding", feed.encoding());
    line.put("language", feed.language());
    line.put("title", feed.title());
    line.put("subtitle", feed.subtitle());
    line.put("link", feed.link());
    line.put("id", feed.id());
    line.put("author", feed.author());
    line.put("updatedAt", feed.updatedAt());
    line.put("entries", feed.entries());
  }

  @Override
  void show(ParsedFeed feed, String source, PrintWriter out) {
    out.printf("%s: %s, %s, %d entries: %s%n", source, feed.format(), feed.encoding(), feed.entries().size(), feed.title());
    feed.entries().forEach(
        entry -> out.printf("  %s  %s%n    %s%n",
            entry.publishedAt() == null ? "undated" : entry.publishedAt(), entry.title(), entry.link()));
  }
}
