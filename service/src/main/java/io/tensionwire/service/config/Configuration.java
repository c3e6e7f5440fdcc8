package io.tensionwire.service.config;

import io.tensionwire.model.yaml.Section;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a process. Each role reads its own section; {@link #rejectUnknownKeys} comes after all of them.
 */
public final class Configuration {

  private static final List<String> SECTIONS =
      List.of("kafka", "topics", "embedded", "ingest", "processor", "alerts", "dashboard", "http");

  private final Section root;

  private Configuration(Section root) {
    this.root = root;
    root.know(SECTIONS);
  }

  /** @throws io.tensionwire.model.yaml.YamlException if the text is not a configuration */
  public static Configuration parse(String yaml, String source, Map<String, String> environment) {
    return new Configuration(Section.parse(yaml, source, new Environment(environment)));
  }

  /**
   * Reads a file.
   *
   * @throws ConfigurationException if it cannot be read
   * @throws io.tensionwire.model.yaml.YamlException if it is not a configuration
   */
  public static Configuration load(Path file, Map<String, String> environment) {
    try {
      return parse(Files.readString(file), file.toString(), environment);
    } catch (NoSuchFileException e) {
      throw new ConfigurationException("there is no configuration file " + file + "; name one with --config");
    } catch (CharacterCodingException e) {
      throw new ConfigurationException("the configuration file " + file + " is not text in UTF-8");
    } catch (IOException e) {
      throw new ConfigurationException("the configuration file " + file + " cannot be read: " + e.getMessage());
    }
  }

  public Section section(String name) {
    if (!SECTIONS.contains(name)) {
      throw new IllegalArgumentException(name);
    }
    return root.section(name);
  }

  /** Call it after every section that the process needs was read. */
  public void rejectUnknownKeys() {
    root.rejectUnknownKeys();
  }
}
