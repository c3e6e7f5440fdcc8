package io.tensionwire.standalone;

import io.tensionwire.ingest.page.Page;
import io.tensionwire.ingest.page.PageExtractor;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code article extract}: what a page says. */
@Command(
    name = "extract",
    description = "Shows the article in a page, as a file or at an address.")
final class ArticleExtractCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "pages to read")
  private List<String> sources = List.of();

  @Option(names = "--jsonl", description = "one line of JSON for each")
  private boolean jsonl;

  @Option(names = "--zone", defaultValue = "UTC", description = "zone of dates that have none, such as Asia/Seoul")
  private ZoneId zone = ZoneOffset.UTC;

  @Mixin private final DocumentSources documents = new DocumentSources();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    var extractor = new PageExtractor();
    boolean failed = false;
    try (var opened = documents.open()) {
      for (String source : sources) {
        Page page = null;
        String error = null;
        try {
          var document = opened.read(source);
          page = extractor.extract(document.body(), document.uri(), document.contentType(), zone);
          error = page.body().isBlank() ? "no article text found" : null;
        } catch (IOException e) {
          error = e.getMessage();
        } catch (RuntimeException e) {
          // One page that cannot be read costs its own line, not the others.
          error = "cannot be read: " + e;
        }
        failed |= error != null;
        if (jsonl) {
          out.println(JsonLine.of(line(source, page, error)));
        } else {
          show(out, source, page, error);
        }
        out.flush();
      }
    }
    return failed && !jsonl ? 1 : 0;
  }

  private static Map<String, Object> line(String source, @Nullable Page page, @Nullable String error) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("source", source);
    if (page != null) {
      line.put("title", page.title());
      line.put("body", page.body());
      line.put("publishedAt", page.publishedAt());
      line.put("authors", page.authors());
      line.put("canonicalUrl", page.canonicalUrl());
      line.put("language", page.language());
      line.put("genre", page.genre() == null ? null : WireName.of(page.genre()));
    }
    line.put("error", error);
    line.values().removeIf(Objects::isNull);
    return (Map<String, Object>) (Map<String, ?>) line;
  }

  private static void show(PrintWriter out, String source, @Nullable Page page, @Nullable String error) {
    if (page == null || error != null) {
      out.println(source + ": " + error);
      return;
    }
    out.printf("%s%n%s%n%s%n%n%s%n", page.title(), page.publishedAt() == null ? "undated" : page.publishedAt(),
        String.join(", ", page.authors()), page.body());
  }
}
