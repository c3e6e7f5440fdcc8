package io.tensionwire.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {

  static final String GOOD = """
      id: north-south
      pair: [north, south]
      parties:
        - id: north
          en: { names: [northland] }
        - id: south
          en: { names: [southland] }
      signals:
        - id: cold
          category: relations-worsening
          en:
            - relations cooled
      """;

  @TempDir Path folder;

  @Test
  void aWatchThatIsRightIsSaidToBe() throws IOException {
    Path file = write("good.yaml", GOOD);

    Said said = say("check", file.toString());

    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).startsWith(file + ": north-south is right: version ").endsWith(", 1 signal, 0 warnings\n");
  }

  @Test
  void everyMistakeOfEveryFileIsALineOfItsOwn() throws IOException {
    Path broken = write("broken.yaml", GOOD.replace("relations cooled", "(relations cooled")
        .replace("category: relations-worsening", "category: rudeness\n    wieght: 3"));
    Path good = write("good.yaml", GOOD);

    Said said = say("check", broken.toString(), folder.resolve("nowhere.yaml").toString(), good.toString());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err().lines()).satisfiesExactly(
        line -> assertThat(line).startsWith(broken + ":10: signals[0].category: rudeness is not"),
        line -> assertThat(line).startsWith(broken + ":11: signals[0].wieght is not known; did you mean"),
        line -> assertThat(line).startsWith(broken + ":13: signals[0]: '(relations cooled' '(relations' lacks a bracket"),
        line -> assertThat(line).isEqualTo(broken + ": 3 mistakes"),
        line -> assertThat(line).isEqualTo(folder.resolve("nowhere.yaml") + ": cannot be read as UTF-8 text"));
    assertThat(said.out()).contains(good + ": north-south is right");
  }

  @Test
  void warningsKeepNoWatchFromBeingUsed() throws IOException {
    Path file = write("good.yaml", GOOD.replace("relations cooled", "minister's relations"));

    Said said = say("check", file.toString());

    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).isEqualTo(
        file + ":12: warning: 'minister's' can never match: texts have it as 'minister'\n");
    assertThat(said.out()).endsWith("1 warning\n");
  }

  @Test
  void theShippedWatchesAreRight() {
    Path watches = Path.of("..", "config", "watches");

    Said said = say(
        "check", watches.resolve("korea-russia.yaml").toString(),
        watches.resolve("examples").resolve("korea-japan.yaml").toString());

    assertThat(said.exitCode()).as(said.err()).isZero();
  }

  @Test
  void aBrokenWatchIsNotPushed() throws IOException {
    Path file = write("broken.yaml", GOOD.replace("relations cooled", "(relations cooled"));

    Said said = say("push", file.toString(), "--bootstrap", "127.0.0.1:1", "--config", config());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).startsWith(file + ":12: ");
  }

  @Test
  void withoutAClusterThePushSaysWhatToSet() throws IOException {
    Said said = say("push", write("good.yaml", GOOD).toString(), "--config", config());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).startsWith("tensionwire: kafka.bootstrap.servers is missing").hasLineCount(1);
  }

  @Test
  void watchAloneSaysWhatThereIs() {
    Said said = say();

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("say check, push, list or remove");
  }

  private String config() throws IOException {
    return write("tensionwire.yaml", "embedded:\n  data: " + folder.resolve("data") + "\n").toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Said say(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] all = new String[arguments.length + 1];
    all[0] = "watch";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(all);
    return new Said(exitCode, out.toString(), err.toString());
  }

  private record Said(int exitCode, String out, String err) {}
}
