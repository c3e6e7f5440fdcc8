package io.tensionwire.standalone;

import static java.util.Objects.requireNonNull;

import io.tensionwire.ingest.feed.FeedDocument;
import io.tensionwire.ingest.feed.FeedParseException;
import io.tensionwire.ingest.feed.FeedParser;
import io.tensionwire.ingest.feed.ParsedFeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code feed parse}: what a feed holds. */
@Command(
    name = "parse",
    description = "Shows what a feed holds, as a file or at an address.")
final class FeedParseCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "feeds to read")
  private List<String> sources = List.of();

  @Option(names = "--jsonl", description = "one line of JSON for each")
  private boolean jsonl;

  @Option(names = "--zone", defaultValue = "UTC", description = "zone of dates that have none, such as Asia/Seoul")
  private ZoneId zone = ZoneOffset.UTC;

  @Mixin private final DocumentSources documents = new DocumentSources();

  @Spec private @Nullable CommandSpec spec;

  /** Feed first, then what went wrong with it, if anything. */
  private record Result(@Nullable ParsedFeed feed, @Nullable String error) {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = requireNonNull(spec).commandLine().getOut();
    boolean failed = false;
    try (var opened = documents.open()) {
      for (String source : sources) {
        Result result = parse(opened, source);
        failed |= result.error() != null;
        if (jsonl) {
          out.println(JsonLine.of(line(source, result)));
        } else {
          show(out, source, result);
        }
        out.flush();
      }
    }
    return failed && !jsonl ? 1 : 0;
  }

  private Result parse(DocumentSources.Opened opened, String source) throws InterruptedException {
    try {
      var document = opened.read(source);
      return new Result(
          new FeedParser().parse(new FeedDocument(
              document.body(), document.uri(), document.contentType(), document.contentLocation(), zone)),
          null);
    } catch (IOException | FeedParseException e) {
      return new Result(null, e.getMessage());
    }
  }

  private static Map<String, Object> line(String source, Result result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("source", source);
    ParsedFeed feed = result.feed();
    if (feed != null) {
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
    } else {
      line.put("entries", List.of());
      line.put("error", result.error());
    }
    line.values().removeIf(java.util.Objects::isNull);
    return line;
  }

  private static void show(PrintWriter out, String source, Result result) {
    ParsedFeed feed = result.feed();
    if (feed == null) {
      out.println(source + ": " + result.error());
      return;
    }
    out.printf("%s: %s, %s, %d entries: %s%n", source, feed.format(), feed.encoding(), feed.entries().size(), feed.title());
    feed.entries().forEach(
        entry -> out.printf("  %s  %s%n    %s%n",
            entry.publishedAt() == null ? "undated" : entry.publishedAt(), entry.title(), entry.link()));
  }
}
