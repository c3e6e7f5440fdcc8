package io.tensionwire.standalone.backtest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Files of JSON lines as one stream. */
final class ArticleFiles {

  private ArticleFiles() {}

  /**
   * The files that are meant: a folder stands for its {@code *.jsonl} files in the order of their names.
   *
   * @throws IOException naming a path that is not there, or a folder that holds none
   */
  static List<Path> of(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        if (!Files.isReadable(path)) {
          throw new NoSuchFileException(path.toString());
        }
        files.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.list(path)) {
        List<Path> found = inside.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList();
        if (found.isEmpty()) {
          throw new NoSuchFileException(path + " holds no *.jsonl files and");
        }
        files.addAll(found);
      }
    }
    return files;
  }

  static long size(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  /** All of them, one after the other; a file need not end with a line's end. */
  static InputStream open(List<Path> files) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (Path file : files) {
      streams.add(Files.newInputStream(file));
      streams.add(new ByteArrayInputStream("\n".getBytes(StandardCharsets.UTF_8)));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }
}
