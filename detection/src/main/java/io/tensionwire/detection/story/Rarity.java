package io.tensionwire.detection.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How much it tells that two articles speak of the same thing: little for what many articles about the pair speak of.
 * The frequencies are those of the labelled documents of the project, which report other events than any stream; the
 * weight is the inverse document frequency (Spärck Jones 1972) as a share of that of a thing which none of them speaks
 * of.
 */
final class Rarity {

  private static final String ALL = "all";

  private final Map<String, Integer> frequencies = new HashMap<>();

  private static final class Shipped {
    private static final Rarity RARITY = new Rarity("frequencies.tsv");
  }

  private Rarity(String resource) {
    try (var in = Objects.requireNonNull(Rarity.class.getResourceAsStream(resource), resource);
        Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()) {
      lines.forEach(line -> {
        int tab = line.lastIndexOf('\t');
        frequencies.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rarity shipped() {
    return Shipped.RARITY;
  }

  /** 0 to 1. */
  double of(String kind, String thing) {
    int articles = frequencies.getOrDefault("N\t" + kind, frequencies.getOrDefault("N\t" + ALL, 0));
    int speakOfIt = frequencies.getOrDefault(kind + "\t" + thing, 0);
    return Math.log((articles + 2.0) / (speakOfIt + 1.0)) / Math.log(articles + 2.0);
  }
}
