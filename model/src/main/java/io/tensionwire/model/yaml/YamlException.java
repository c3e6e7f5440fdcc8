package io.tensionwire.model.yaml;

/** Something in a YAML file is not right. The message is one line for the person who wrote the file. */
public final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  YamlException(String source, int line, String reason) {
    super(source + (line > 0 ? ":" + line : "") + ": " + reason);
    this.reason = reason;
  }

  /** An error at a line of a file, for checks of single items of a list. */
  public static YamlException at(String source, int line, String reason) {
    return new YamlException(source, line, reason);
  }

  /** The message without file and line. */
  public String reason() {
    return reason;
  }
}
