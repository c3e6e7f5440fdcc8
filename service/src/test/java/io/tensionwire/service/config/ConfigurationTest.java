package io.tensionwire.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

  @TempDir Path folder;

  @Test
  void eachRoleReadsItsSectionAndTheRestIsKnown() {
    var configuration = parse("kafka:\n  bootstrap.servers: a:1\ningest:\n  feeds: []\nhttp:\n  listen: 127.0.0.1:0\n");

    assertThat(configuration.section("kafka").text("bootstrap.servers")).isEqualTo("a:1");
    assertThat(configuration.section("http").text("listen")).isEqualTo("127.0.0.1:0");
    assertThat(configuration.section("ingest").sections("feeds")).isEmpty();
    configuration.rejectUnknownKeys();
  }

  @Test
  void aSectionThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> parse("kafak:\n  a: 1\n").rejectUnknownKeys())
        .hasMessage("file.yaml:1: kafak is not known; did you mean kafka?");
  }

  @Test
  void anEmptyFileIsAConfiguration() {
    var configuration = parse("");

    assertThat(configuration.section("kafka").settings()).isEmpty();
    assertThat(configuration.section("http").has("listen")).isFalse();
    configuration.rejectUnknownKeys();
  }

  @Test
  void aFileIsReadFromItsPath() throws Exception {
    Path file = Files.writeString(folder.resolve("t.yaml"), "topics:\n  prefix: test.\n");

    assertThat(Configuration.load(file, Map.of()).section("topics").text("prefix")).isEqualTo("test.");
  }

  @Test
  void aFileThatCannotBeReadIsToldInOneLine() throws Exception {
    Path broken = Files.write(folder.resolve("broken.yaml"), new byte[] {'a', ':', (byte) 0xff});

    assertThatThrownBy(() -> Configuration.load(folder.resolve("absent.yaml"), Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("there is no configuration file")
        .hasMessageContaining("--config");
    assertThatThrownBy(() -> Configuration.load(broken, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith("is not text in UTF-8");
    assertThatThrownBy(() -> Configuration.load(folder, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot be read");
  }

  private static Configuration parse(String yaml) {
    return Configuration.parse(yaml, "file.yaml", Map.of());
  }
}
