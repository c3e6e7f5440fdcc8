package io.tensionwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.model.WireName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages are in {@code facts/}; the comment that opens each says what is to be found in it. */
class PageFactsTest {

  private static final String NONE = "none";

  @ParameterizedTest
  @MethodSource("pages")
  void findsWhatThePageSaysOfItsArticle(String name) throws IOException {
    String html = Files.readString(folder().resolve(name), UTF_8);

    Map<String, String> found = facts(extract(html));

    Map<String, String> expected = expected(html);
    found.keySet().retainAll(expected.keySet());
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void thereAreEnoughPages() {
    assertThat(pages()).hasSizeGreaterThanOrEqualTo(80);
  }

  private static Page extract(String html) {
    // The address tells nothing, and the zone is that of the feed.
    return new PageExtractor(SiteRules.none()).extract(
        html.getBytes(UTF_8), URI.create("https://courier.example/a"), "text/html; charset=utf-8", ZoneId.of("Asia/Seoul"));
  }

  private static Map<String, String> facts(Page page) {
    GenreHint genre = page.genreHint();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("title", page.title());
    facts.put("published", moment(page.published()));
    facts.put("updated", moment(page.updated()));
    facts.put("authors", String.join(", ", page.authors()));
    facts.put("canonical", page.canonicalUrl());
    facts.put("language", page.language());
    facts.put("genre", genre == null ? NONE : WireName.of(genre.genre()));
    facts.put("genreBy", genre == null ? NONE : WireName.of(genre.source()));
    facts.put("problem", page.problem() == null ? NONE : WireName.of(page.problem()));
    facts.put("body", page.hasText() ? "some" : NONE);
    return facts;
  }

  private static String moment(@Nullable OffsetDateTime moment) {
    return moment == null ? NONE : moment.toString();
  }

  private static Map<String, String> expected(String html) {
    Map<String, String> expected = new LinkedHashMap<>();
    html.substring("<!--\n".length(), html.indexOf("\n-->")).lines()
        .forEach(line -> expected.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
    return expected;
  }

  private static Path folder() {
    try {
      return Path.of(requireNonNull(PageFactsTest.class.getResource("facts")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> pages() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
