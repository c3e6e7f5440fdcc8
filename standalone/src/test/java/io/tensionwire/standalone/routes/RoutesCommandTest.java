package io.tensionwire.standalone.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesCommandTest {

  private static final String CONFIGURATION = """
      kafka: {}
      alerts:
        zone: UTC
        receivers:
          - { name: console, console: {} }
          - { name: newsroom, slack-webhook: { url: "https://hooks.example/services/x" } }
          - { name: chief, slack-webhook: { url: "${TENSIONWIRE_TEST_NOT_SET}" } }
        mute-times: { nights: { from: 22:00, to: 07:00 } }
        operations: console
        route:
          receiver: console
          routes:
            - receiver: newsroom
              matchers: [ "severity >= elevated" ]
              mention: "<!here>"
              mute: nights
              unacknowledged: { after: 10m, tell: chief }
              continue: true
            - { receiver: newsroom, matchers: [ "severity = notice" ], digest: 08:00 }
            - { receiver: chief, matchers: [ "category = red-line" ] }
      """;

  @TempDir Path folder;

  private record Said(int exitCode, List<String> out, String err) {}

  @Test
  void routesThatAreRightAreSaidToBe() throws IOException {
    Said said = say(CONFIGURATION, "check");

    assertThat(said.out()).filteredOn(line -> !line.contains(": note: "))
        .containsExactly(folder.resolve("tensionwire.yaml") + ": the routes are right");
    assertThat(said.out()).filteredOn(line -> line.contains(": note: ")).singleElement().asString()
        .contains(":13: note: alerts.route.routes[0]: tells chief every critical alert again: no receiver has a button");
    assertThat(said.err()).contains("alerts.receivers: chief is off, and told nothing, until TENSIONWIRE_TEST_NOT_SET is set");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void whatIsToBeMendedIsALineWithItsPlace() throws IOException {
    Said said = say(CONFIGURATION + "      - { receiver: newsroom, matchers: [ \"severity = notice\", \"kind = opened\" ] }\n", "check");

    assertThat(said.out()).filteredOn(line -> !line.contains(": note: "))
        .containsExactly(folder.resolve("tensionwire.yaml") + ":21: alerts.route.routes[3]: is never reached: routes[1]"
            + " (line 19) takes all that it matches, without continue");
    assertThat(said.exitCode()).isEqualTo(1);
  }

  @Test
  void whatIsOnlyToBeKnownIsANoteAndNothingToMend() throws IOException {
    Said said = say(CONFIGURATION.replace("\"severity = notice\"", "\"language = ko\""), "check");

    String file = folder.resolve("tensionwire.yaml").toString();
    assertThat(said.out()).hasSize(3).last().isEqualTo(file + ": the routes are right");
    assertThat(said.out().get(1))
        .startsWith(file + ":19: note: alerts.route.routes[1]: holds for its digest what is notice or elevated");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void aConfigurationThatCannotBeUsedIsAMistake() throws IOException {
    Said said = say(CONFIGURATION.replace("mute: nights", "mute: night"), "check");

    assertThat(said.err()).contains("tensionwire.yaml:16: alerts.route.routes[0].mute: night is not a mute time; did you mean nights?");
    assertThat(said.exitCode()).isEqualTo(2);
  }

  @Test
  void nothingOfAnAlertColoursTheTerminal() throws IOException {
    Said said = say(CONFIGURATION, "test", "--outlet", "\u001b[31mRed\n\u202Etxt");

    assertThat(said.out()).anySatisfy(line -> assertThat(line).contains("outlet =  [31mRed txt"));
    assertThat(String.join("", said.out())).doesNotContain("\u001b", "\u202E");
  }

  @Test
  void whereAnAlertWouldGoIsShownWithItsReasons() throws IOException {
    Said said = say(CONFIGURATION, "test", "--severity", "high", "--at", "2026-11-21T23:30:00Z");

    assertThat(said.out()).containsSubsequence(
        "✔ route (line 10): everything → console",
        "✔   routes[0] (line 13): severity >= elevated → newsroom (continue)",
        "✘   routes[1] (line 19): severity = notice – no: severity is high",
        "✘   routes[2] (line 20): category = red-line – no: category is none",
        "",
        "newsroom: held back (muted: nights), told in a digest on Sun 22 Nov 07:00 UTC",
        "console: told at once",
        "silences: not looked at");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void mentionsRemindersDigestsAndReceiversThatAreOffAreShown() throws IOException {
    assertThat(say(CONFIGURATION, "test", "--severity", "critical", "--at", "2026-11-21T23:30:00Z").out()).contains(
        "newsroom: told at once, mentions <!here>, told again to chief unless acknowledged within 10 min");
    assertThat(say(CONFIGURATION, "test", "--severity", "notice", "--at", "2026-11-21T23:30:00Z").out())
        .contains("✔   routes[1] (line 19): severity = notice → newsroom")
        .contains("    routes[2] (line 20): category = red-line – not asked")
        .contains("newsroom: held back (awaits-digest), told in a digest on Sun 22 Nov 08:00 UTC");
    assertThat(say(CONFIGURATION, "test", "--severity", "high", "--category", "red-line", "--at", "2026-11-21T12:00:00Z").out())
        .contains("chief: not told: receiver-is-off (TENSIONWIRE_TEST_NOT_SET is not set)");
    assertThat(say(CONFIGURATION, "test", "--severity", "high", "--kind", "coverage").out())
        .contains("console: told at once")
        .anyMatch(line -> line.startsWith("coverage goes to console"))
        .noneMatch(line -> line.startsWith("newsroom:"));
    assertThat(say(CONFIGURATION, "test", "--kind", "updated").out()).contains("newsroom: not told: carries-an-edit");
  }

  @Test
  void anAlertOutOfAFileIsJudgedAsItStands() throws IOException {
    Path file = folder.resolve("alert.json");
    Files.writeString(file, """
        {"id":"a1","kind":"opened","subject":"story/s1","storyId":"s1","watchId":"korea-russia","severity":"notice",
         "headline":"SAMPLE: a visit","eventAt":"2026-11-01T12:00:00Z","raisedAt":"2026-11-01T12:00:00Z"}""");

    assertThat(say(CONFIGURATION, "test", "--alert", file.toString(), "--at", "2026-11-21T12:00:00Z").out())
        .contains("newsroom: not told: older-than-max-age");
    Files.writeString(file, "{\"id\":1");
    Said said = say(CONFIGURATION, "test", "--alert", file.toString());
    assertThat(said.err()).contains("--alert").contains("is not an alert").hasLineCount(1);
    assertThat(said.exitCode()).isEqualTo(2);
  }

  @Test
  void aWordThatIsNotKnownNamesTheNearest() throws IOException {
    assertThat(say(CONFIGURATION, "test", "--severity", "hihg").err()).contains("--severity: hihg is not known; did you mean high?");
    assertThat(say(CONFIGURATION, "test", "--at", "tomorrow").err()).contains("write it like 2026-11-21T22:30:00Z");
  }

  private Said say(String configuration, String... arguments) throws IOException {
    Path file = folder.resolve("tensionwire.yaml");
    Files.writeString(file, configuration);
    List<String> all = new ArrayList<>(List.of("routes"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", file.toString()));
    if (arguments[0].equals("test")) {
      all.add("--no-silences");
    }
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    return new Said(exitCode, out.toString().lines().toList(), err.toString());
  }
}
