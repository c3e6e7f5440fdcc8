package io.tensionwire.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        """);

    assertThat(config).isEqualTo(new ProcessorConfig(
        Path.of("other/watches"), Path.of("/var/lib/tensionwire"), 4, Duration.ofMillis(50), 1, Duration.ofDays(30),
        Duration.ofDays(5)));
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

  private static ProcessorConfig read(String yaml) {
    Section section = Section.parse(yaml, "test.yaml");
    ProcessorConfig config = ProcessorConfig.from(section);
    section.rejectUnknownKeys();
    return config;
  }
}
