package io.tensionwire.alerts.console;

import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of an alert on a terminal: a bar in the colour of its severity, and everything about it to its right. */
final class ConsoleText {

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String SEPARATOR = " · ";
  private static final int MOST_COLUMNS = 100;

  private final boolean ansi;

  ConsoleText(boolean ansi) {
    this.ansi = ansi;
  }

  String of(Message message) {
    if (message.kind() == AlertKind.UPDATED || message.kind() == AlertKind.CLOSED) {
      return oneLine(message);
    }
    List<String> lines = new ArrayList<>();
    lines.add(joined(style(BOLD + colour(message.severity()), message.label()), style(BOLD, message.direction())));
    lines.addAll(wrapped(message.headline(), BOLD));
    URI link = message.link();
    if (link != null) {
      lines.add(link.toString());
    }
    if (!message.change().isEmpty()) {
      lines.add(message.change());
    }
    for (Evidence evidence : message.evidence()) {
      lines.add("");
      lines.addAll(quote(evidence, message.severity()));
      lines.add(style(DIM, "  " + evidence.note()));
    }
    if (message.moreSignals() > 0) {
      lines.add(style(DIM, "  and " + message.moreSignals() + " more"));
    }
    lines.add("");
    lines.add(style(DIM, footer(message)));
    String bar = style(colour(message.severity()), "▌") + " ";
    return lines.stream().map(line -> (bar + line).stripTrailing()).collect(Collectors.joining("\n", "\n", "\n"));
  }

  private String oneLine(Message message) {
    String about = joined(message.label(), message.headline(), message.change(), message.counts());
    return style(colour(message.severity()), "▌") + " " + style(DIM, about) + "\n";
  }

  /** The sentence, its phrase in the severity's colour, or in «» where there are no colours. */
  private List<String> quote(Evidence evidence, Severity severity) {
    String open = ansi ? BOLD + colour(severity) : "«";
    String close = ansi ? RESET : "»";
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder("  ");
    int column = 2;
    boolean marked = false;
    String[] parts = {evidence.before(), evidence.phrase(), evidence.after()};
    for (int part = 0; part < parts.length; part++) {
      boolean phrase = part == 1 && !parts[part].isEmpty();
      if (phrase) {
        line.append(open);
        marked = true;
      }
      for (String word : parts[part].splitWithDelimiters(" ", 0)) {
        if (column + columns(word) > MOST_COLUMNS && !word.equals(" ") && column > 2) {
          // A style must not run over the bar of the next line.
          lines.add(line.toString().stripTrailing() + (marked && ansi ? RESET : ""));
          line = new StringBuilder("  ").append(marked && ansi ? open : "");
          column = 2;
        }
        if (!(word.equals(" ") && column == 2)) {
          line.append(word);
          column += columns(word);
        }
      }
      if (phrase) {
        line.append(close);
        marked = false;
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private List<String> wrapped(String text, String style) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + 1 + columns(word) > MOST_COLUMNS) {
        lines.add(style(style, line.toString()));
        line = new StringBuilder();
        column = 0;
      }
      line.append(column == 0 ? "" : " ").append(word);
      column += columns(word) + (column == 0 ? 0 : 1);
    }
    lines.add(style(style, line.toString()));
    return lines;
  }

  /** Hangul and other wide letters take two columns. */
  private static int columns(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return c >= 0x1100
        && (c <= 0x115F || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD));
  }

  private static String footer(Message message) {
    return joined(
        message.outlets(),
        String.join(", ", message.standing()),
        message.counts(),
        String.join(SEPARATOR, message.times()));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(SEPARATOR));
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case NOTICE -> "\u001b[36m";
      case ELEVATED -> "\u001b[33m";
      case HIGH -> "\u001b[31m";
      case CRITICAL -> "\u001b[35m";
    };
  }

  private String style(String style, String text) {
    return ansi && !text.isEmpty() ? style + text + RESET : text;
  }
}
