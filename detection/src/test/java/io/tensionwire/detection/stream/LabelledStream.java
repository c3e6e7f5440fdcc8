package io.tensionwire.detection.stream;

import io.tensionwire.model.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Articles in the order they arrive, with what they report. */
record LabelledStream(String name, List<StreamArticle> articles) {

  /** One of those that are part of the project. */
  static LabelledStream of(String name) {
    try (var in = Objects.requireNonNull(LabelledStream.class.getResourceAsStream(name + ".jsonl"), name)) {
      return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LabelledStream of(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return read(file.getFileName().toString().replace(".jsonl", ""), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledStream read(String name, Stream<String> lines) {
    return new LabelledStream(
        name, revised(lines.filter(line -> !line.isBlank()).map(line -> StreamArticle.of(name, line)).toList()));
  }

  /** Several in one timeline. */
  static LabelledStream merged(List<LabelledStream> streams) {
    List<StreamArticle> all = new ArrayList<>();
    streams.forEach(stream -> all.addAll(stream.articles()));
    all.sort(Comparator.comparing(a -> a.article().fetchedAt()));
    return new LabelledStream("all", all);
  }

  /** The same, as if all had come in so much less time, counted from the first. */
  LabelledStream denser(int times) {
    Instant first = articles.getFirst().article().fetchedAt();
    return new LabelledStream(name, articles.stream().map(a -> {
      Instant at = first.plus(Duration.between(first, a.article().fetchedAt()).dividedBy(times));
      Article moved = a.article().toBuilder().publishedAt(at).fetchedAt(at).build();
      return new StreamArticle(a.stream(), a.id(), a.story(), a.role(), moved);
    }).toList());
  }

  /** The same address again is a later revision. */
  private static List<StreamArticle> revised(List<StreamArticle> articles) {
    Map<String, Integer> seen = new HashMap<>();
    return articles.stream().map(a -> a.revision(seen.merge(a.article().id(), 1, Integer::sum))).toList();
  }
}
