package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/watches.md shows is right. */
class WatchDocTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theSmallWatchCompilesAndFinds() throws IOException {
    var block = YAML.matcher(Files.readString(Path.of("..", "docs", "watches.md")));
    assertThat(block.find()).isTrue();
    Detector detector = Detector.parse(block.group(1), "watches.md");

    Judgement judgement = detector.judge(Articles.article("Ties of Northland and Southland sour", ""));

    assertThat(((Judgement.Named) judgement).detection().severity()).isNotNull();
  }
}
