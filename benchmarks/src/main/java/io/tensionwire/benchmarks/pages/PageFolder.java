package io.tensionwire.benchmarks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Pages and the bodies that people found in them: either {@code NAME.html} beside {@code NAME.txt}, or a
 * {@code truth.jsonl} of {@code file}, {@code url} and {@code body} beside the gzipped pages in {@code html/}.
 */
final class PageFolder {

  /** Pages of our own, and those of the acceptance data where they lie beside the repository. */
  private static final List<Path> USUAL = List.of(
      Path.of("ingest/src/test/resources/io/tensionwire/ingest/page/pages"), Path.of("../shared/acceptance/pages"));

  record TruePage(String url, byte[] html, String body) {}

  private PageFolder() {}

  /** The usual folders that are there; says aloud which are not. */
  static List<String> present() {
    List<String> present = new ArrayList<>();
    for (Path folder : USUAL) {
      if (Files.isDirectory(folder)) {
        present.add(folder.toString());
      } else {
        System.err.println("benchmarks: no pages in " + folder + ", left out; name another folder with -p folder=…");
      }
    }
    return present;
  }

  static List<TruePage> read(Path folder) throws IOException {
    Path truth = folder.resolve("truth.jsonl");
    List<TruePage> pages = Files.exists(truth) ? withTruth(folder, truth) : pairs(folder);
    if (pages.isEmpty()) {
      throw new IOException("no pages in " + folder);
    }
    return pages;
  }

  private static List<TruePage> withTruth(Path folder, Path truth) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(truth)) {
      JsonNode page = Json.mapper().readTree(line);
      Path file = folder.resolve("html").resolve(page.path("file").asText());
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        pages.add(new TruePage(page.path("url").asText(), in.readAllBytes(), page.path("body").asText("")));
      }
    }
    return pages;
  }

  private static List<TruePage> pairs(Path folder) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
        Path body = Path.of(file.toString().replaceFirst("\\.html$", ".txt"));
        pages.add(new TruePage("https://press.example/news/1", Files.readAllBytes(file), Files.readString(body, UTF_8)));
      }
    }
    return pages;
  }
}
