package io.tensionwire.processor;

import io.tensionwire.detection.Detector;
import io.tensionwire.model.Watch;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The watch files of a folder: what the topic is seeded with, and what stands in where it holds nothing usable. */
final class WatchFiles {

  private final SortedMap<String, WatchFile> byId = new TreeMap<>();

  /** A file, as a record for the topic and compiled. */
  record WatchFile(Path path, Watch watch, Watching compiled) {}

  WatchFiles(Collection<WatchFile> files) {
    files.forEach(file -> byId.put(file.watch().id(), file));
  }

  Collection<WatchFile> all() {
    return byId.values();
  }

  @Nullable WatchFile get(String id) {
    return byId.get(id);
  }

  /**
   * Reads a folder, not the folders in it.
   *
   * @param now when they are put on the topic
   * @throws ConfigurationException naming every mistake in every file, with line and reason
   */
  static WatchFiles load(Path folder, Instant now) {
    SortedMap<String, WatchFile> good = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path path : paths(folder)) {
      try {
        String source = Files.readString(path);
        var compiled = Watching.with(Detector.parse(source, path.toString()));
        var watch = new Watch(compiled.id(), "", source, now, "file " + path.getFileName());
        if (good.putIfAbsent(compiled.id(), new WatchFile(path, watch, compiled)) != null) {
          problems.add(path + ": another file of this folder has the id " + compiled.id() + " too");
        }
      } catch (YamlException e) {
        problems.add(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        problems.add(path + ": cannot be read: " + e);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(String.join("; ", problems));
    }
    if (good.isEmpty()) {
      throw new ConfigurationException(
          "processor.watches: " + folder + " holds no watch; put a .yaml file there or name another folder");
    }
    return new WatchFiles(good.values());
  }

  private static List<Path> paths(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException("processor.watches: " + folder + " is not a folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ConfigurationException("processor.watches: " + folder + " cannot be read: " + e.getMessage());
    }
  }
}
