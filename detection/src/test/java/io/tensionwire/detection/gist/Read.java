package io.tensionwire.detection.gist;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.Detector;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Gist;
import java.net.URI;
import java.time.Instant;

/** What the shipped watch reads in short articles of a Tuesday in March. */
final class Read {
  private static final Detector SHIPPED = Articles.shipped();
  private static final Instant TUESDAY = Instant.parse("2026-03-10T06:00:00Z");

  private Read() {}

  static Gist gist(String title, String body) {
    return detection(title, body).gist();
  }

  static Detection detection(String title, String body) {
    return Articles.named(SHIPPED, Article.builder(URI.create("https://courier.example/gist")).title(title)
        .body(body, BodySource.PAGE).publishedAt(TUESDAY).fetchedAt(TUESDAY).build());
  }
}
