package io.tensionwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tensionwire.fixtures.samples.Sample;
import io.tensionwire.fixtures.samples.Samples;
import io.tensionwire.standalone.process.OwnProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("says how soon a process ends, which it can only where it has the machine for itself")
@Timeout(180)
class DemoIT {

  @TempDir Path folder;

  @Test
  void theSamplesBecomeAlertsInThreeLanguagesAndTheRestSaysWhy() throws Exception {
    try (var demo = OwnProcess.start(folder, "demo", "--exit", "--pace", "20")) {
      assertThat(demo.ended(Duration.ofSeconds(150))).as(demo.out() + demo.err()).isTrue();

      assertThat(demo.exitCode()).as(demo.out() + demo.err()).isZero();
      assertThat(demo.out()).contains("All samples are through");
      for (String language : List.of("en", "ko", "ru")) {
        assertThat(titles(language, true)).as("alerts in " + language)
            .anyMatch(title -> alerts(demo).anyMatch(line -> line.contains(title.substring(0, 40))));
        assertThat(titles(language, false)).as("passed over in " + language)
            .anyMatch(title -> passedOver(demo).anyMatch(line -> line.contains(title)));
      }
      assertThat(demo.out()).contains("recorded, not told").as("what was told before is remembered").contains("last like it");
      assertThat(demo.err()).isEmpty();
    }
  }

  @Test
  void ctrlCEndsItWithinFiveSecondsAndLeavesNothing() throws Exception {
    try (var demo = OwnProcess.start(folder, "demo")) {
      await().atMost(Duration.ofSeconds(90)).until(() -> alerts(demo).findAny().isPresent());
      Path log = Path.of(demo.out().replaceAll("(?s).*\\(log: (.*?)\\).*", "$1"));
      assertThat(log).exists();

      demo.terminate();

      assertThat(demo.ended(Duration.ofSeconds(5))).as(demo.out() + demo.err()).isTrue();
      assertThat(demo.exitCode()).isZero();
      assertThat(Files.exists(log.getParent())).as("its folder is gone").isFalse();
    }
  }

  private static List<String> titles(String language, boolean alert) {
    return Samples.all().stream()
        .filter(sample -> sample.language().equals(language) && sample.expect().alert() == alert)
        .map(Sample::lastText)
        .map(Sample.Text::title)
        .toList();
  }

  private static Stream<String> alerts(OwnProcess demo) {
    return demo.out().lines().filter(line -> line.startsWith("▌"));
  }

  private static Stream<String> passedOver(OwnProcess demo) {
    return demo.out().lines().filter(line -> line.startsWith("· passed over"));
  }
}
