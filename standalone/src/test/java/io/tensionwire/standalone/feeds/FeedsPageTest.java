package io.tensionwire.standalone.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tensionwire.ingest.config.IngestConfig;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.standalone.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What docs/feeds.md shows can be typed. */
class FeedsPageTest {

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @Test
  void everyCommandIsUnderstood() throws IOException {
    List<String> lines = blocks("sh").stream().flatMap(String::lines).toList();

    assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(line);
      while (matcher.find()) {
        words.add(matcher.group(matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3));
      }
      assertThat(words.removeFirst()).isEqualTo("tensionwire");
      assertThatCode(() -> commandLine().parseArgs(words.toArray(new String[0]))).as(line).doesNotThrowAnyException();
    });
  }

  @Test
  void everyCommandOfFeedsIsShown() throws IOException {
    String page = page();

    assertThat(new CommandLine(new FeedsCommand()).getSubcommands().keySet())
        .allSatisfy(command -> assertThat(page).contains("tensionwire feeds " + command));
  }

  @Test
  void theConfigurationIsRead() throws IOException {
    assertThat(blocks("yaml")).isNotEmpty().allSatisfy(yaml -> {
      Section ingest = Section.parse(yaml, "docs/feeds.md").section("ingest");
      assertThat(IngestConfig.from(ingest).webSub()).isNotNull();
      ingest.rejectUnknownKeys();
    });
  }

  private static CommandLine commandLine() {
    return Main.commandLine(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
  }

  private static List<String> blocks(String language) throws IOException {
    return BLOCK.matcher(page()).results().filter(block -> block.group(1).equals(language)).map(block -> block.group(2)).toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/feeds.md"));
  }
}
