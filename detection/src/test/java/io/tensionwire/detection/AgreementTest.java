package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Article;
import io.tensionwire.model.BodySource;
import io.tensionwire.model.Detection;
import io.tensionwire.model.Json;
import io.tensionwire.model.Signal;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How far genre, severity and stance agree with our own labels, on the documents that were in sight of the rules. */
class AgreementTest {
  private static final Detector DETECTOR = Articles.shipped();

  private record Judged(JsonNode label, Detection detection) {}

  @Test
  void genreAgrees() throws IOException {
    List<Judged> all = judged().stream().filter(j -> j.label().path("genre").isTextual()).toList();

    assertThat(share(all, j -> wire(j.detection().genre()).equals(j.label().get("genre").asText())))
        .isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void severityAgrees() throws IOException {
    List<Judged> told = judged().stream()
        .filter(j -> j.detection().worthTelling() && j.label().path("severity").isTextual()).toList();

    assertThat(share(told, j -> wire(Objects.requireNonNull(j.detection().severity()))
        .equals(j.label().get("severity").asText()))).isGreaterThanOrEqualTo(0.59);
  }

  @Test
  void aSignalOfTheNewsHasItsStance() throws IOException {
    List<Judged> told = judged().stream()
        .filter(j -> j.detection().worthTelling() && j.label().path("stance").isTextual()).toList();

    assertThat(share(told, j -> j.detection().signals().stream().filter(Signal::current)
        .anyMatch(s -> wire(s.stance()).equals(j.label().get("stance").asText())))).isGreaterThanOrEqualTo(0.92);
  }

  private static double share(List<Judged> all, Predicate<Judged> agrees) {
    return (double) all.stream().filter(agrees).count() / all.size();
  }

  private static String wire(Enum<?> constant) {
    return WireName.of(constant);
  }

  private static List<Judged> judged() throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (String language : List.of("en", "ko", "ru")) {
      try (var in = Objects.requireNonNull(AgreementTest.class.getResourceAsStream("labelled/tuned-" + language + ".jsonl"))) {
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
          JsonNode label = Json.mapper().readTree(line);
          if (!label.path("ambiguous").asBoolean() && DETECTOR.judge(article(label)) instanceof Judgement.Named named) {
            judged.add(new Judged(label, named.detection()));
          }
        }
      }
    }
    return judged;
  }

  private static Article article(JsonNode document) {
    Instant published = document.path("publishedAt").isTextual()
        ? Instant.parse(document.get("publishedAt").asText()) : Instant.parse("2026-11-21T00:00:00Z");
    return Article.builder(URI.create("https://documents.example/" + document.get("id").asText()))
        .title(document.get("title").asText()).body(document.get("text").asText(), BodySource.PAGE)
        .publishedAt(published).fetchedAt(published).build();
  }
}
