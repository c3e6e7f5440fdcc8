package io.tensionwire.standalone.process;

/** How to write on standard output: coloured where a person looks at it, plain in a file. */
public final class Terminal {

  private static final String DIM = "\u001B[2m";
  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[31m";
  private static final String YELLOW = "\u001B[33m";
  private static final String GREEN = "\u001B[32m";
  private static final String PLAIN = "\u001B[0m";

  private final boolean coloured;

  private Terminal(boolean coloured) {
    this.coloured = coloured;
  }

  /** Coloured where the launcher saw a terminal and nobody set {@code NO_COLOR} (https://no-color.org). */
  public static Terminal ofProcess() {
    String unwanted = System.getenv("NO_COLOR");
    return new Terminal(Boolean.getBoolean("tensionwire.terminal") && (unwanted == null || unwanted.isEmpty()));
  }

  public String dim(String text) {
    return coloured ? DIM + text + PLAIN : text;
  }

  public String red(String text) {
    return coloured ? RED + text + PLAIN : text;
  }

  public String yellow(String text) {
    return coloured ? YELLOW + text + PLAIN : text;
  }

  public String green(String text) {
    return coloured ? GREEN + text + PLAIN : text;
  }

  public String bold(String text) {
    return coloured ? BOLD + text + PLAIN : text;
  }
}
