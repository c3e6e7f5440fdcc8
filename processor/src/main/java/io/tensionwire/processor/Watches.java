package io.tensionwire.processor;

import io.tensionwire.detection.Detector;
import io.tensionwire.model.yaml.YamlException;
import io.tensionwire.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watches in force, by their ids. */
final class Watches {

  private static final Logger log = LoggerFactory.getLogger(Watches.class);

  private final SortedMap<String, Watching> byId;

  Watches(Collection<Watching> watches) {
    SortedMap<String, Watching> sorted = new TreeMap<>();
    watches.forEach(watch -> sorted.put(watch.id(), watch));
    byId = sorted;
  }

  /** In the order of their ids, so that a replay writes the same records in the same order. */
  Collection<Watching> inForce() {
    return byId.values();
  }

  /**
   * Reads the watch files of a folder.
   *
   * @throws ConfigurationException naming every file that is not right, with line and reason; one bad file does not
   *     hide the others
   */
  static Watches load(Path folder) {
    SortedMap<String, Watching> good = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        var watch = Watching.with(Detector.parse(Files.readString(file), file.toString()));
        if (good.putIfAbsent(watch.id(), watch) != null) {
          problems.add(file + ": another file of this folder has the id " + watch.id() + " too");
        } else {
          log.atInfo().addKeyValue("watch", watch.id()).addKeyValue("file", file).log("watch loaded");
        }
      } catch (YamlException e) {
        problems.add(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        problems.add(file + ": cannot be read: " + e);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(String.join("; ", problems));
    }
    if (good.isEmpty()) {
      throw new ConfigurationException(
          "processor.watches: " + folder + " holds no watch; put a .yaml file there or name another folder");
    }
    return new Watches(good.values());
  }

  private static List<Path> files(Path folder) {
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
