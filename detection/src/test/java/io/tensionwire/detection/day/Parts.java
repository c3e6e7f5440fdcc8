package io.tensionwire.detection.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the articles of one language are made of, as its part files say: {@code @list = word | word} and templates, a
 * title and its paragraphs on lines of their own, with an empty line after each; {@code #} begins a comment.
 *
 * @param general templates of general news
 * @param near templates that name both parties, or use the words of a signal about somebody else
 * @param filler paragraphs that fit any article
 * @param furniture what pages print around an article
 * @param news true news of the pair, each an article
 */
record Parts(
    Map<String, List<String>> lists, List<Template> general, List<Template> near, List<String> filler,
    List<String> furniture, List<Template> news) {

  static Parts of(String language) {
    Map<String, List<String>> lists = new HashMap<>();
    List<Template> general = templates(language + "-general", lists);
    List<Template> near = templates(language + "-near", lists);
    List<Template> news = templates(language + "-news", lists);
    return new Parts(
        lists, general, near, lines(language + "-filler"), lines(language + "-furniture"), news);
  }

  /** The line that a page puts above its list of other articles. */
  String related() {
    return lists.getOrDefault("related", List.of("Related")).getFirst();
  }

  private static List<String> lines(String file) {
    return read(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private static List<Template> templates(String file, Map<String, List<String>> lists) {
    List<Template> templates = new ArrayList<>();
    List<String> block = new ArrayList<>();
    int number = 0;
    for (String line : read(file)) {
      number++;
      if (line.startsWith("@")) {
        String[] parts = line.substring(1).split(" = ", 2);
        lists.put(parts[0].strip(), List.of(parts[1].strip().split(" \\| ")));
      } else if (line.isBlank()) {
        end(file, number, block, templates);
      } else if (!line.startsWith("#")) {
        block.add(line.strip());
      }
    }
    end(file, number + 1, block, templates);
    return List.copyOf(templates);
  }

  private static void end(String file, int line, List<String> block, List<Template> templates) {
    if (!block.isEmpty()) {
      templates.add(new Template(
          file + ":" + (line - block.size()), block.getFirst(), List.copyOf(block.subList(1, block.size()))));
      block.clear();
    }
  }

  private static List<String> read(String file) {
    try (var in = Objects.requireNonNull(Parts.class.getResourceAsStream(file + ".txt"), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
