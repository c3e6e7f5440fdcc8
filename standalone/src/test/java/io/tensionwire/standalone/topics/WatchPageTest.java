package io.tensionwire.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that docs/watches.md shows are commands that there are. Its watches are tried where detection is. */
class WatchPageTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

  static Stream<String> commands() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "watches.md"));
    return BLOCK.matcher(page).results().flatMap(block -> block.group(1).lines()).map(String::strip)
        .filter(line -> !line.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandOnThePageIsUnderstood(String command) {
    List<String> arguments = ARGUMENT.matcher(command).results().map(WatchPageTest::argument).toList();
    var unused = new PrintWriter(new StringWriter());

    assertThat(arguments.getFirst()).isEqualTo("tensionwire");
    assertThatCode(() -> Main.commandLine(unused, unused)
        .parseArgs(arguments.subList(1, arguments.size()).toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  @Test
  void thePageShowsEachThingThatCanBeDoneWithAWatch() throws IOException {
    List<String> all = commands().toList();

    assertThat(List.of("watch check", "watch push", "watch list", "watch remove", "detect", "--force", "--bootstrap"))
        .allSatisfy(part -> assertThat(all).anyMatch(command -> command.contains(part)));
  }

  private static String argument(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
