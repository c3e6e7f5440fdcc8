package io.tensionwire.benchmarks.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tensionwire.benchmarks.topology.Soup;
import io.tensionwire.model.Json;
import io.tensionwire.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Four months of articles as a backtest reads them: the labelled streams a, b and c of the detection tests, four times a
 * month apart, and after each of their articles nineteen of about 3.4 KB that are about nothing. The same every time.
 */
final class Archive {

  private static final long SEED = 20261122;
  private static final Path STREAMS = Path.of("detection/src/test/resources/io/tensionwire/detection/stream");
  private static final int MONTHS = 4;
  private static final int FILLERS = 19;
  private static final int TITLE_BYTES = 60;
  private static final int BYTES = 3300;
  private static final List<Language> LANGUAGES = List.of(Language.EN, Language.KO, Language.RU);

  private final ObjectMapper json = Json.mapper();
  private final Random random = new Random(SEED);
  private final List<Line> lines = new ArrayList<>();
  private int fillers;

  private record Line(Instant at, ObjectNode article) {}

  private Archive() {}

  /** Writes it as JSON lines in the order of their dates, and says how many they are. */
  static int write(Path file) throws IOException {
    var archive = new Archive();
    for (int month = 0; month < MONTHS; month++) {
      for (String stream : List.of("a", "b", "c")) {
        for (String line : Files.readAllLines(STREAMS.resolve(stream + ".jsonl"))) {
          archive.add(line, month);
        }
      }
    }
    archive.lines.sort(Comparator.comparing(Line::at));
    Files.write(file, archive.lines.stream().map(line -> line.article().toString()).toList());
    return archive.lines.size();
  }

  private void add(String line, int month) throws IOException {
    JsonNode labelled = json.readTree(line);
    Instant at = Instant.parse(labelled.get("publishedAt").asText()).plus(Duration.ofDays(30L * month));
    lines.add(new Line(at, article(
        labelled.get("id").asText() + "-" + month, labelled.get("title").asText(), labelled.get("text").asText(),
        labelled.get("url").asText() + "?" + month, labelled.get("outlet").asText(), at)));
    for (int filler = 1; filler <= FILLERS; filler++) {
      Language language = LANGUAGES.get(++fillers % LANGUAGES.size());
      Instant after = at.plusSeconds(filler);
      lines.add(new Line(after, article(
          "filler-" + fillers, "SAMPLE " + fillers + " " + Soup.of(random, language, TITLE_BYTES),
          Soup.of(random, language, BYTES), "https://gazette.example/" + fillers, "Gazette " + fillers % 40, after)));
    }
  }

  private ObjectNode article(String id, String title, String text, String url, String outlet, Instant at) {
    return json.createObjectNode().put("id", id).put("title", title).put("text", text).put("url", url)
        .put("outlet", outlet).put("publishedAt", at.toString());
  }
}
