package io.tensionwire.model.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a YAML file is not right. The message is one line for the person who wrote the file; where there are
 * several mistakes it holds them all, and {@link #mistakes} each.
 */
public final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final transient List<YamlException> mistakes;

  YamlException(String source, int line, String reason) {
    super(source + (line > 0 ? ":" + line : "") + ": " + reason);
    this.reason = reason;
    this.line = line;
    this.mistakes = List.of();
  }

  private YamlException(List<YamlException> mistakes) {
    super(mistakes.stream().map(YamlException::getMessage).collect(Collectors.joining("; ")));
    this.reason = mistakes.stream().map(YamlException::reason).collect(Collectors.joining("; "));
    this.line = mistakes.getFirst().line;
    this.mistakes = mistakes;
  }

  /** An error at a line of a file, for checks of single items of a list. */
  public static YamlException at(String source, int line, String reason) {
    return new YamlException(source, line, reason);
  }

  /** All mistakes of one file as one, in the order of their lines. */
  public static YamlException of(Collection<YamlException> mistakes) {
    List<YamlException> sorted =
        mistakes.stream().sorted(Comparator.comparingInt(YamlException::line)).toList();
    return sorted.size() == 1 ? sorted.getFirst() : new YamlException(sorted);
  }

  /** Each mistake; one that stands alone is its own. */
  public List<YamlException> mistakes() {
    return mistakes.isEmpty() ? List.of(this) : mistakes;
  }

  /** The line in the file, from 1; 0 where it is the file as a whole. */
  public int line() {
    return line;
  }

  /** The message without file and line. */
  public String reason() {
    return reason;
  }
}
