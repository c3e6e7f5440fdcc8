package io.tensionwire.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tensionwire.detection.watch.WatchReview;
import io.tensionwire.model.Detection;
import io.tensionwire.model.WireName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What docs/watches.md shows is right. A block of YAML is a watch, or sections that take the place of those of the small
 * watch, the first on the page; the block of text after it says what the watch makes of each line.
 */
class WatchDocTest {
  private static final Pattern BLOCK = Pattern.compile("```(yaml|text)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SECTION = Pattern.compile("(?ms)^(\\w+):.*?(?=^\\w|\\z)");

  /** One line below a watch. */
  record Shown(String yaml, String told, String text) {
    @Override
    public String toString() {
      return told + ": " + text;
    }
  }

  static Stream<Shown> shown() throws IOException {
    List<Shown> all = new ArrayList<>();
    String small = null;
    String yaml = "";
    for (MatchResult block : blocks()) {
      if (block.group(1).equals("yaml")) {
        small = small == null ? block.group(2) : small;
        yaml = block.group(2).startsWith("id:") ? block.group(2) : over(small, block.group(2));
        continue;
      }
      for (String line : block.group(2).lines().toList()) {
        String[] parts = line.split(": ", 2);
        all.add(new Shown(yaml, parts[0], parts[1]));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("shown")
  void theWatchMakesOfALineWhatThePageSays(Shown shown) {
    Judgement judgement = Detector.parse(shown.yaml(), "watches.md").judge(Articles.article(shown.text(), ""));

    Detection detection = judgement instanceof Judgement.Named named ? named.detection() : null;
    List<String> told = detection == null || !detection.worthTelling() ? List.of("nothing")
        : detection.signals().stream().map(s -> WireName.of(Objects.requireNonNull(s.category()))).toList();
    assertThat(told).containsExactly(shown.told());
  }

  @Test
  void everyWatchOnThePageIsTriedAndCleanOfWarnings() throws IOException {
    List<MatchResult> blocks = blocks();

    assertThat(blocks).hasSizeGreaterThan(10);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).group(1).equals("yaml")) {
        assertThat(blocks.get(i + 1).group(1)).as(blocks.get(i).group(2)).isEqualTo("text");
      }
    }
    assertThat(shown().map(Shown::yaml).distinct())
        .allSatisfy(yaml -> assertThat(WatchReview.of(yaml, "watches.md")).isEmpty());
  }

  private static List<MatchResult> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(Path.of("..", "docs", "watches.md"))).results().toList();
  }

  private static String over(String small, String sections) {
    Map<String, String> merged = new LinkedHashMap<>();
    for (String yaml : List.of(small, sections)) {
      Matcher section = SECTION.matcher(yaml);
      while (section.find()) {
        merged.put(section.group(1), section.group());
      }
    }
    return String.join("", merged.values());
  }
}
