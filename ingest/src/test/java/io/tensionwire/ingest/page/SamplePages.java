package io.tensionwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;

/** Pages of our own writing, each after one family of mark-up, and the body that a reader would see in it. */
final class SamplePages {

  private SamplePages() {}

  /** Their names, in order. */
  static Stream<String> names() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(SamplePages.class.getResource("pages")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - ".html".length())).sorted().toList().stream();
    }
  }

  static String html(String name) {
    return read(name + ".html");
  }

  static String body(String name) {
    return read(name + ".txt").strip();
  }

  static Page extract(String html) {
    return extract(html.getBytes(UTF_8));
  }

  static Page extract(byte[] html) {
    return new PageExtractor(SiteRules.none()).extract(
        html, URI.create("https://press.example/news/1"), "text/html; charset=utf-8", ZoneOffset.UTC);
  }

  private static String read(String file) {
    try (InputStream in = SamplePages.class.getResourceAsStream("pages/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
