package io.tensionwire.standalone.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {

  private static final String WATCH = """
      id: north-south
      pair: [north, south]
      parties:
        - { id: north, en: { names: [northland] } }
        - { id: south, en: { names: [southland] } }
      signals:
        - id: protest
          category: diplomatic-protest
          weight: 60
          severity: high
          en: [protest note]
      """;
  private static final String WIDER = WATCH + """
        - id: cold
          category: relations-worsening
          weight: 60
          severity: elevated
          en: [relations have cooled]
      """;
  private static final String NOTE = "Northland hands Southland a protest note over the bridge";
  private static final String COLD = "Relations have cooled between Northland and Southland, minister says";
  private static final String ARTICLES = """
      {"id":"a","title":"%s","text":"It was delivered on Monday.","url":"https://g.example/a","outlet":"Gazette","publishedAt":"2026-03-02T09:00:00Z"}
      {"id":"b","title":"%s","text":"He spoke at the harbour.","url":"https://g.example/b","outlet":"Gazette","publishedAt":"2026-03-02T10:00:00Z"}
      {"id":"c","title":"Rain in the hills","text":"All day.","url":"https://g.example/c","outlet":"Gazette","publishedAt":"2026-03-02T11:00:00Z"}
      """.formatted(NOTE, COLD);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachArticleGetsItsStoryAndItsAlerts() throws IOException {
    int result = run(ARTICLES, "--jsonl", "--watch", file("draft.yaml", WATCH));

    List<JsonNode> lines = lines();
    assertThat(result).as(err.toString()).isZero();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).path("id").asText()).isEqualTo("a");
    assertThat(lines.get(0).path("story").asText()).isNotEmpty();
    assertThat(lines.get(0).path("alerts").path(0).path("kind").asText()).isEqualTo("opened");
    assertThat(lines.get(0).path("alerts").path(0).path("severity").asText()).isEqualTo("high");
    assertThat(lines.get(1).path("story").isNull()).isTrue();
    assertThat(lines.get(2).path("story").isNull()).isTrue();
    assertThat(lines.get(2).path("alerts")).isEmpty();
  }

  @Test
  void aBadLineIsAnErrorOfItsOwn() throws IOException {
    run("nonsense\n" + ARTICLES, "--jsonl", "--watch", file("draft.yaml", WATCH));

    assertThat(lines()).hasSize(4);
    assertThat(lines().getFirst().path("error").asText()).contains("is not JSON");
  }

  @Test
  void aFolderStandsForItsFiles() throws IOException {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    List<String> single = ARTICLES.lines().toList();
    Files.writeString(articles.resolve("2.jsonl"), single.get(1));
    Files.writeString(articles.resolve("1.jsonl"), single.get(0));
    Files.writeString(articles.resolve("notes.txt"), "not articles");

    run("", "--jsonl", "--watch", file("draft.yaml", WATCH), articles.toString());

    assertThat(lines()).extracting(line -> line.path("id").asText()).containsExactly("a", "b");
  }

  @Test
  void whatADraftGainsIsSaidWithBothReasons() throws IOException {
    int result = run("", "--watch", file("draft.yaml", WIDER), "--against", file("live.yaml", WATCH),
        file("articles.jsonl", ARTICLES));

    assertThat(result).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Gained: 1").contains("Lost: none")
        .contains("+ 2 Mar 10:00  opened  elevated  " + COLD)
        .contains("draft: elevated, cold “Relations have cooled”")
        .contains("live: finds nothing worth telling: no-signal");
  }

  @Test
  void whatADraftLosesIsSaid() throws IOException {
    run("", "--watch", file("draft.yaml", WATCH), "--against", file("live.yaml", WIDER),
        file("articles.jsonl", ARTICLES));

    assertThat(out.toString()).contains("Gained: none").contains("Lost: 1").contains("- 2 Mar 10:00  opened");
  }

  @Test
  void anotherSeverityOfTheSameNewsIsAChange() throws IOException {
    run("", "--watch", file("draft.yaml", WATCH.replace("severity: high", "severity: critical")),
        "--against", file("live.yaml", WATCH), file("articles.jsonl", ARTICLES));

    assertThat(out.toString()).contains("Gained: none").contains("Lost: none").contains("Changed: 1")
        .contains("high → critical");
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    assertThat(run("", "--jsonl", "--watch", file("draft.yaml", WATCH), "missing.jsonl")).isEqualTo(2);
    assertThat(err.toString()).startsWith("missing.jsonl cannot be read");
    assertThat(run("", "--watch", file("draft.yaml", WATCH), "--from", "2026-03-01", file("a.jsonl", ARTICLES)))
        .isEqualTo(2);
    assertThat(run("", "--watch", file("draft.yaml", WATCH), "--from", "last week")).isEqualTo(2);
    assertThat(err.toString()).contains("--from last week is no time");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(Json.mapper().readTree(line));
    }
    return lines;
  }

  private int run(String input, String... arguments) {
    var command = new BacktestCommand(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler((wrong, given) -> {
          wrong.getCommandLine().getErr().println(wrong.getMessage());
          return 2;
        })
        .execute(withConfiguration(arguments));
  }

  private String[] withConfiguration(String... arguments) {
    try {
      String configuration = Files.writeString(folder.resolve("tensionwire.yaml"), "processor: {}\n").toString();
      return Stream.concat(Stream.of("--config", configuration), Stream.of(arguments)).toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
