package io.tensionwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told who made a mistake: one line, exit code 2, no stack trace. */
class CommandLineTest {

  @TempDir Path folder;

  @Test
  void anUnknownOptionNamesTheNearestOne() {
    Said said = say("topics", "describe", "--confg", "x.yaml");

    said.isMistake().contains("--confg").contains("did you mean --config?").contains("topics describe --help");
  }

  @Test
  void anUnknownCommandNamesTheNearestOne() {
    say("topcs").isMistake().contains("did you mean topics?");
  }

  @Test
  void noCommandIsAMistake() {
    say().isMistake().contains("a command is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "ingest", "process", "alert", "topics describe", "topics create", "watch list", "feeds list"})
  void aMissingConfigurationIsNamed(String command) {
    Path file = folder.resolve("nowhere.yaml");

    say((command + " --config " + file).split(" ")).isMistake().contains(file.toString()).contains("--config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "ingest", "process", "alert", "topics describe"})
  void brokenYamlIsShownWithItsLine(String command) throws IOException {
    Path file = write("kafka:\n  bootstrap.servers: [127.0.0.1:1\n");

    say((command + " --config " + file).split(" ")).isMistake().contains(file + ":").contains("not YAML");
  }

  @Test
  void anUnknownSectionNamesTheNearestOne() throws IOException {
    Path file = write("kafka:\n  bootstrap.servers: 127.0.0.1:1\ningets: {}\n");

    say("ingest", "--config", file.toString()).isMistake().contains("ingets").contains("did you mean ingest?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "alert"})
  void anUnknownKeyNamesTheNearestOne(String command) throws IOException {
    Path file = write("kafka:\n  bootstrap.servers: 127.0.0.1:1\nalerts:\n  max-aeg: 24h\n");

    say(command, "--config", file.toString()).isMistake().contains(":4").contains("did you mean alerts.max-age?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "process", "alert", "topics create", "watch list", "feeds list", "feeds export"})
  void aRoleWithoutAClusterSaysWhatToSet(String command) throws IOException {
    Path file = write("http:\n  listen: 127.0.0.1:0\n");

    say((command + " --config " + file).split(" ")).isMistake().contains("kafka.bootstrap.servers is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "ingest", "process", "alert"})
  void aPortThatIsTakenIsNamed(String command) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path file = write(
          "kafka:\n  bootstrap.servers: 127.0.0.1:1\nhttp:\n  listen: 127.0.0.1:" + taken.getLocalPort() + "\n");

      say(command, "--config", file.toString()).isMistake().contains("http.listen").contains("is taken");
    }
  }

  @Test
  void aPaceThatMakesNoSenseIsRefused() {
    say("demo", "--pace", "0").isMistake().contains("--pace: 0 is not from 1 to 100");
  }

  @Test
  void anAddressOfKafkaThatCannotBeIsAFailure() throws IOException {
    Path file = write("kafka:\n  bootstrap.servers: no-port\n");

    Said said = say("topics", "describe", "--config", file.toString());

    assertThat(said.exitCode()).isEqualTo(1);
    said.inOneLine().contains("no-port");
  }

  @Test
  void helpIsThereForEveryCommand() {
    Said said = say("--help");

    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).contains("demo", "run", "ingest", "process", "alert", "detect", "feeds", "watch", "topics");
    for (String command : new String[] {"demo", "run", "ingest", "process", "alert", "detect", "feeds", "watch", "topics"}) {
      assertThat(say(command, "--help").out()).as(command).contains("Usage: tensionwire " + command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "add", "pause", "resume", "remove", "import", "export", "push"})
  void helpIsThereForEveryCommandOfFeeds(String command) {
    Said said = say("feeds", command, "--help");

    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).startsWith("Usage: tensionwire feeds " + command).contains("--bootstrap");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "https://desk:hunter2@a.example/f", "https://a.example/f --header Authorization:hunter2",
    "https://a.example/f --header Cookie:sid=hunter2", "https://a.example/f?access_token=hunter2"
  })
  void aFeedWithALiteralSecretIsRefusedBeforeAnybodyIsAsked(String arguments) throws IOException {
    Path file = write("http:\n  listen: 127.0.0.1:0\n");

    say(("feeds add " + arguments + " --config " + file).split(" "))
        .isMistake().contains("for all to read").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example/f", "ftp://a.example/f", "https://a.example/f --interval 1s", "https://a.example/f --interval soon",
    "https://a.example/f --id nosite", "https://a.example/f --header nonsense"})
  void aFeedThatCannotBeIsAMistake(String arguments) throws IOException {
    Path file = write("http:\n  listen: 127.0.0.1:0\n");

    say(("feeds add " + arguments + " --config " + file).split(" ")).isMistake();
  }

  @Test
  void theVersionIsPrinted() {
    Said said = say("--version");

    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).startsWith("tensionwire ");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("tensionwire.yaml"), yaml);
  }

  private static Said say(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
    return new Said(exitCode, out.toString(), err.toString());
  }

  private record Said(int exitCode, String out, String err) {

    AbstractStringAssert<?> isMistake() {
      assertThat(exitCode).as(err).isEqualTo(2);
      return inOneLine();
    }

    AbstractStringAssert<?> inOneLine() {
      assertThat(out).isEmpty();
      assertThat(err.strip()).startsWith("tensionwire: ").doesNotContain("\n").doesNotContain("Exception");
      return assertThat(err);
    }
  }
}
