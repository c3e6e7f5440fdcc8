package io.tensionwire.detection.story;

import io.tensionwire.detection.Articles;
import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints the evidence of all pairs of articles of labelled streams that are less than four days apart, as CSV, for {@code
 * proofs/stories/fit.py}. Run it in the module's folder with the streams as arguments.
 */
public final class EvidenceTable {

  private static final Duration APART = Duration.ofDays(4);

  private record Item(String stream, String id, String story, Profile profile) {}

  private EvidenceTable() {}

  public static void main(String[] args) throws IOException {
    Detector detector = Articles.shipped();
    System.out.println("stream,a,b,label,same,"
        + Arrays.stream(Evidence.values()).map(Enum::name).collect(Collectors.joining(",")));
    for (String file : args) {
      List<Item> items = read(detector, Path.of(file));
      for (int i = 0; i < items.size(); i++) {
        for (int j = i + 1; j < items.size(); j++) {
          print(items.get(i), items.get(j));
        }
      }
    }
  }

  private static List<Item> read(Detector detector, Path file) throws IOException {
    List<Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      var node = Json.mapper().readTree(line);
      Instant at = Instant.parse(node.get("publishedAt").asText());
      Article article = Article.builder(URI.create(node.get("url").asText())).title(node.get("title").asText())
          .body(node.get("text").asText(), BodySource.PAGE).publishedAt(at).fetchedAt(at).build();
      if (detector.judge(article) instanceof Judgement.Named(Detection d) && seen.add(d.articleId())) {
        String id = node.get("id").asText();
        items.add(new Item(
            String.valueOf(file.getFileName()), id, node.path("story").asText("none " + id),
            Profile.of(Portrait.of(d), d.eventAt(), Rarity.shipped())));
      }
    }
    return items;
  }

  private static void print(Item a, Item b) {
    if (Duration.between(a.profile().eventAt(), b.profile().eventAt()).abs().compareTo(APART) < 0) {
      System.out.println(String.join(",", a.stream(), a.id(), b.id(), a.story().equals(b.story()) ? "1" : "0",
          a.profile().language() == b.profile().language() ? "1" : "0",
          Arrays.stream(Likeness.evidence(a.profile(), b.profile())).mapToObj(Double::toString)
              .collect(Collectors.joining(","))));
    }
  }
}
