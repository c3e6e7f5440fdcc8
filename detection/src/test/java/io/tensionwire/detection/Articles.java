package io.tensionwire.detection;

import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Articles for tests, and the watch that is shipped. */
public final class Articles {
  public static final Path WATCH = Path.of("..", "config", "watches", "korea-russia.yaml");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private Articles() {}

  public static Detector shipped() {
    try {
      return Detector.parse(Files.readString(WATCH), "korea-russia.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Article article(String title, String body) {
    return Article.builder(URI.create("https://courier.example/1")).title(title).body(body, BodySource.PAGE)
        .publishedAt(NOW).fetchedAt(NOW).build();
  }

  public static Detection named(Detector detector, Article article) {
    return ((Judgement.Named) detector.judge(article)).detection();
  }
}
