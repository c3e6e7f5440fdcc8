package io.tensionwire.standalone.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tensionwire.model.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DetectCommandTest {
  private static final String WATCH = Path.of("..", "config", "watches", "korea-russia.yaml").toString();
  private static final String SUMMONS = "Russia summons South Korean ambassador over vehicles";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachLineGivesALineInItsOrder() throws IOException {
    List<JsonNode> lines = jsonl("""
        {"id":"a","title":"%s","text":"The ministry protested."}
        {"id":"b","title":"Rain in the south","text":"It rained all day in the hills."}
        """.formatted(SUMMONS));

    assertThat(lines).hasSize(2);
    JsonNode first = lines.get(0);
    assertThat(first.path("id").asText()).isEqualTo("a");
    assertThat(first.path("alert").asBoolean()).isTrue();
    assertThat(first.path("severity").asText()).isEqualTo("high");
    assertThat(first.path("polarity").asText()).isEqualTo("escalation");
    assertThat(first.path("language").asText()).isEqualTo("en");
    assertThat(first.path("genre").asText()).isEqualTo("report");
    assertThat(first.path("score").asInt()).isPositive();
    assertThat(first.path("signals").path(0).path("category").asText()).isEqualTo("diplomatic-protest");
    assertThat(lines.get(1).path("alert").asBoolean(true)).isFalse();
    assertThat(lines.get(1).path("reason").asText()).isEqualTo("one-party-missing");
  }

  @Test
  void aBadLineGivesAnErrorAndTheRestGoOn() throws IOException {
    List<JsonNode> lines = jsonl("""
        not json
        {"title":"without an id","text":"x"}
        {"id":"c","title":"t","text":"x","publishedAt":"yesterday"}
        {"id":"d","title":"t","text":"x","url":"not an address"}
        {"id":"e","title":"%s","text":""}
        """.formatted(SUMMONS));

    assertThat(lines).hasSize(5);
    assertThat(lines.subList(0, 4)).allSatisfy(line -> assertThat(line.path("error").asText()).isNotEmpty());
    assertThat(lines.get(2).path("id").asText()).isEqualTo("c");
    assertThat(lines.get(4).path("alert").asBoolean()).isTrue();
  }

  @Test
  void aDocumentIsJudgedAsOfItsOwnDate() throws IOException {
    String document = "{\"id\":\"%s\",\"title\":\"Trade\",\"text\":\"Russia put South Korea on its list of unfriendly"
        + " countries in 2022.\",\"publishedAt\":\"%s\"}\n";

    List<JsonNode> lines = jsonl(
        document.formatted("then", "2022-03-07T00:00:00Z") + document.formatted("now", "2026-11-20T00:00:00Z"));

    assertThat(lines.get(0).path("alert").asBoolean()).isTrue();
    assertThat(lines.get(1).path("alert").asBoolean(true)).isFalse();
    assertThat(lines.get(1).path("reason").asText()).isEqualTo("only-recap");
  }

  @Test
  void explainGivesTheTermsOfTheScoreAndTheReason() throws IOException {
    JsonNode line = jsonl("{\"id\":\"a\",\"title\":\"" + SUMMONS + "\",\"text\":\"\"}\n", "--explain").getFirst();

    double rest = 1;
    for (JsonNode term : line.path("score-terms")) {
      rest *= term.path("counted").asBoolean() ? 1 - term.path("contribution").asDouble() : 1;
    }
    assertThat(line.path("score-terms")).isNotEmpty();
    assertThat(line.path("score").asLong()).isEqualTo(Math.round(100 * (1 - rest)));
    assertThat(line.path("because").asText()).contains("diplomatic-protest").endsWith(": high");
  }

  @Test
  void explainShowsPeopleHowTheScoreAddsUp() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), SUMMONS + "\n\nMoscow warned Seoul of retaliation.");

    run("", "--watch", WATCH, "--explain", file.toString());

    List<String> lines = out.toString().lines().toList();
    String header = lines.stream().filter(line -> line.contains("contribution")).findFirst().orElseThrow();
    String term = lines.stream().filter(line -> line.startsWith("  yes") && line.contains("title")).findFirst().orElseThrow();
    assertThat(term.indexOf("title")).isEqualTo(header.indexOf("where"));
    assertThat(term.indexOf("1.00")).isEqualTo(header.indexOf("place"));
    Matcher sum = Pattern.compile("score (\\d+) = 100 · \\(1 − (.*)\\)").matcher(
        lines.stream().filter(line -> line.contains("score ") && line.contains(" = 100")).findFirst().orElseThrow());
    assertThat(sum.find()).isTrue();
    double rest = 1;
    Matcher factor = Pattern.compile("\\(1 − (0\\.\\d{3})\\)").matcher(sum.group(2));
    while (factor.find()) {
      rest *= 1 - Double.parseDouble(factor.group(1));
    }
    assertThat(Long.parseLong(sum.group(1))).isEqualTo(Math.round(100 * (1 - rest)));
    assertThat(out.toString()).contains("because diplomatic-protest");
  }

  @Test
  void aTextFileIsShownForPeople() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "March 7, 2026\n" + SUMMONS + "\n\nThe ministry protested.");

    int result = run("", "--watch", WATCH, file.toString());

    assertThat(result).isZero();
    assertThat(out.toString()).contains(SUMMONS).contains("high, escalation").contains("diplomatic-protest, asserted");
  }

  @Test
  void aMissingFileIsAFailureAndABrokenWatchIsWrongUsage() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "id: a\npair: [b]\n");

    assertThat(run("", "--watch", WATCH, folder.resolve("nothing.txt").toString())).isEqualTo(1);
    assertThat(run("", "--watch", broken.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("nothing.txt cannot be read").contains("broken.yaml:2: pair");
  }

  private List<JsonNode> jsonl(String input, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--jsonl", "--watch", WATCH));
    arguments.addAll(List.of(options));
    assertThat(run(input, arguments.toArray(String[]::new))).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(Json.mapper().readTree(line));
    }
    return lines;
  }

  private int run(String input, String... arguments) {
    var command = new DetectCommand(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));
    return new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
