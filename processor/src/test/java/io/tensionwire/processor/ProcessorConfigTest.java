package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tensionwire.detection.alert.AlertSettings;
import io.tensionwire.detection.alert.FirstPoll;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorConfigTest {

  @Test
  void anEmptySectionHasTheDefaults() {
    ProcessorConfig config = read("{}");

    assertThat(config).isEqualTo(ProcessorConfig.of(Path.of("config/watches"), Path.of("data/processor")));
  }

  @Test
  void everyKeyIsRead() {
    ProcessorConfig config = read("""
        watches: other/watches
        state-dir: /var/lib/tensionwire
        threads: 4
        commit-interval: 50ms
        standby-replicas: 1
        story-retention: 30d
        copy-window: 5d
        outlets: ../config/outlets.yaml
        """, "{ max-age: 12h, first-poll: told }");

    assertThat(config).isEqualTo(new ProcessorConfig(
        Path.of("other/watches"), Path.of("/var/lib/tensionwire"), 4, Duration.ofMillis(50), 1, Duration.ofDays(30),
        Duration.ofDays(5), new AlertSettings(Duration.ofHours(12), FirstPoll.TOLD), config.outlets()));
    assertThat(config.outlets()).isNotEmpty();
  }

  @Test
  void aCommitIntervalThatWouldDelayAlertsIsRefused() {
    assertThatThrownBy(() -> read("commit-interval: 1m"))
        .isInstanceOf(YamlException.class)
        .hasMessage("test.yaml:1: commit-interval: 1m must be from 1ms to 5s: it delays every alert");
  }

  @Test
  void storiesAreKeptNoShorterThanTheirCopiesMayCome() {
    assertThatThrownBy(() -> read("story-retention: 2d"))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("story-retention: 2d must not be less than copy-window");
  }

  @Test
  void storiesAreNotKeptForEver() {
    assertThatThrownBy(() -> read("story-retention: 400d"))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("must be at most 90d");
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThatThrownBy(() -> read("comit-interval: 20ms"))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("did you mean commit-interval?");
  }

  @Test
  void aMissingFileOfOutletsIsOneClearLine() {
    assertThatThrownBy(() -> read("outlets: nowhere.yaml"))
        .isInstanceOf(YamlException.class)
        .hasMessage("test.yaml:1: outlets: nowhere.yaml cannot be read; it lists outlets as config/outlets.yaml does");
  }

  @Test
  void whatBecomesOfAFirstPollIsOneOfTwoWords() {
    assertThatThrownBy(() -> read("{}", "first-poll: forgotten"))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("alerts.yaml:1: first-poll: forgotten")
        .hasMessageContaining("recorded");
  }

  @Test
  void anEventMustBeAllowedSomeAge() {
    assertThatThrownBy(() -> read("{}", "max-age: 0s"))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("must be longer than nothing");
  }

  private static ProcessorConfig read(String yaml) {
    return read(yaml, "{}");
  }

  private static ProcessorConfig read(String yaml, String alerts) {
    Section section = Section.parse(yaml, "test.yaml");
    ProcessorConfig config = ProcessorConfig.from(section, Section.parse(alerts, "alerts.yaml"));
    section.rejectUnknownKeys();
    return config;
  }
}
