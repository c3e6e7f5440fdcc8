package io.tensionwire.standalone.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.standalone.document.JsonDocument;
import io.tensionwire.standalone.document.TextDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON lines, {@link JsonDocument}s in the order of their arrival. The same {@code url} again is the next
 * revision of its article. A line that holds none costs its own item only.
 */
final class JsonLines implements ArticleSource {

  /** A line that was read ahead. */
  private record Ahead(@Nullable JsonDocument document, @Nullable String id, @Nullable String error) {
    @Nullable Instant publishedAt() {
      return document == null ? null : document.publishedAt();
    }
  }

  private final CountedInput input;
  private final BufferedReader lines;
  private final Instant now;
  private final Map<URI, Integer> revisions = new HashMap<>();
  private final Deque<Ahead> ahead = new ArrayDeque<>();
  private @Nullable ArrivalTimes arrivals;
  private long line;

  /**
   * Lines of a stream, which is closed with this.
   *
   * @param size of the stream in bytes; negative: unknown
   * @param now when articles without any date have arrived
   */
  JsonLines(InputStream stream, long size, Instant now) {
    this.input = new CountedInput(stream, size);
    this.lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    this.now = now;
  }

  @Override
  public boolean hasNext() {
    fill();
    return !ahead.isEmpty();
  }

  @Override
  public Item next() {
    fill();
    if (ahead.isEmpty()) {
      throw new NoSuchElementException();
    }
    Ahead next = ahead.remove();
    JsonDocument document = next.document();
    if (document == null) {
      return Item.unreadable(next.id(), Objects.requireNonNull(next.error()));
    }
    try {
      return Item.of(document.id(), article(document));
    } catch (IllegalArgumentException e) {
      return Item.unreadable(document.id(), String.valueOf(e.getMessage()));
    }
  }

  private Article article(JsonDocument document) {
    Instant arrival = arrivals(document).next(document.publishedAt(), following());
    TextDocument.Parts text = TextDocument.parts(document.title(), document.text(), document.publishedAt());
    URI url = document.url() == null ? address(document.id()) : document.url();
    int revision = revisions.merge(url, 1, Integer::sum);
    return Article.builder(url).revision(revision).feedId("backtest").outlet(document.outlet()).title(text.title())
        .body(text.body(), BodySource.FEED).language(document.language()).publishedAt(text.publishedAt())
        .fetchedAt(arrival).build();
  }

  private static URI address(String id) {
    return URI.create("urn:tensionwire:backtest:" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  private ArrivalTimes arrivals(JsonDocument first) {
    if (arrivals == null) {
      List<@Nullable Instant> dates = following();
      dates.add(first.publishedAt());
      arrivals = new ArrivalTimes(dates.stream().filter(Objects::nonNull).min(Instant::compareTo).orElse(now));
    }
    return arrivals;
  }

  private List<@Nullable Instant> following() {
    List<@Nullable Instant> dates = new ArrayList<>();
    ahead.forEach(each -> dates.add(each.publishedAt()));
    return dates;
  }

  private void fill() {
    try {
      String text;
      while (ahead.size() <= ArrivalTimes.AHEAD && (text = lines.readLine()) != null) {
        line++;
        if (!text.isBlank()) {
          ahead.add(read(text));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ahead read(String text) {
    @Nullable String id = null;
    try {
      JsonNode json = JsonDocument.json(text);
      id = json.path("id").isTextual() ? json.path("id").asText() : null;
      return new Ahead(JsonDocument.of(json), id, null);
    } catch (IllegalArgumentException e) {
      return new Ahead(null, id, "line " + line + " " + e.getMessage());
    }
  }

  @Override
  public double progress() {
    return input.progress();
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
