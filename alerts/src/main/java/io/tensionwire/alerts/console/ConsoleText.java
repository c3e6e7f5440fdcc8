package io.tensionwire.alerts.console;

import io.tensionwire.alerts.message.Evidence;
import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.PlainText;
import io.tensionwire.alerts.message.Trend;
import io.tensionwire.alerts.receiver.Notice;
import io.tensionwire.alerts.receiver.NoticeLine;
import io.tensionwire.model.AlertKind;
import io.tensionwire.model.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of an alert on a terminal: a bar in the colour of its severity, green where it eases, and everything about it
 * to its right.
 */
final class ConsoleText {

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String EASING = "\u001b[32m";
  private static final String SEPARATOR = " · ";
  private static final int MOST_COLUMNS = 100;

  private final boolean ansi;

  ConsoleText(boolean ansi) {
    this.ansi = ansi;
  }

  String of(Message message) {
    List<String> lines = new ArrayList<>();
    lines.add(joined(
        style(BOLD + colour(message.severity(), message.trend()), message.label()),
        style(BOLD + colour(message.severity(), message.trend()), message.trend().inWords()),
        style(BOLD, message.direction())));
    lines.addAll(wrapped(message.headline(), " ", BOLD));
    URI link = message.link();
    if (link != null) {
      lines.add(link.toString());
    }
    message.change().forEach(change -> lines.addAll(wrapped(change, " ", "")));
    // Its readers have seen the evidence; what is new of it is in the change.
    if (message.kind() != AlertKind.UPDATED && message.kind() != AlertKind.CLOSED) {
      lines.addAll(evidence(message));
    }
    lines.addAll(footer(message));
    String bar = style(colour(message.severity(), message.trend()), "▌") + " ";
    return lines.stream().map(line -> (bar + line).stripTrailing()).collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** A notice has no severity of its own: its bar has no colour. */
  String of(Notice notice) {
    List<String> lines = new ArrayList<>();
    String mention = notice.mention();
    lines.addAll(wrapped(mention == null ? notice.title() : PlainText.of(mention) + " " + notice.title(), " ", BOLD));
    for (NoticeLine line : notice.lines()) {
      lines.addAll(wrapped(line.inWords(), " ", ""));
      URI link = line.link();
      if (link != null) {
        lines.add(style(DIM, "  " + link));
      }
    }
    if (notice.more() > 0) {
      lines.add(notice.moreInWords());
    }
    return lines.stream().map(line -> ("▌ " + line).stripTrailing()).collect(Collectors.joining("\n", "\n", "\n"));
  }

  private List<String> evidence(Message message) {
    List<String> lines = new ArrayList<>();
    for (Evidence evidence : message.evidence()) {
      lines.add("");
      lines.addAll(quote(evidence, message.severity()));
      String style = evidence.trend() == Trend.EASING ? EASING : DIM;
      wrapped(evidence.note(), " ", style).forEach(note -> lines.add("  " + note));
    }
    if (message.moreSignals() > 0) {
      lines.add(style(DIM, "  " + message.more()));
    }
    lines.add("");
    return lines;
  }

  private List<String> footer(Message message) {
    String times = String.join(SEPARATOR, message.times());
    String together = joined(message.provenance(), times);
    List<String> lines = new ArrayList<>();
    if (columns(together) <= MOST_COLUMNS) {
      lines.add(style(DIM, together));
    } else {
      wrapped(message.provenance(), SEPARATOR, "").forEach(part -> lines.addAll(wrapped(part, " ", DIM)));
      lines.add(style(DIM, times));
    }
    message.context().forEach(line -> lines.addAll(wrapped(line, " ", DIM)));
    return lines;
  }

  /** The sentence, its phrase in the severity's colour, or in ** where there are no colours: «» are its own. */
  private List<String> quote(Evidence evidence, Severity severity) {
    String open = ansi ? BOLD + colour(severity, evidence.trend()) : "**";
    String close = ansi ? RESET : "**";
    int mark = ansi ? 0 : open.length();
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder("  ");
    int column = 2;
    boolean marked = false;
    String[] parts = {evidence.before(), evidence.phrase(), evidence.after()};
    for (int part = 0; part < parts.length; part++) {
      boolean phrase = part == 1 && !parts[part].isEmpty();
      boolean toOpen = phrase;
      for (String word : parts[part].splitWithDelimiters(" ", 0)) {
        int width = columns(word) + (phrase ? mark : 0);
        if (column + width > MOST_COLUMNS && !word.equals(" ") && column > 2) {
          // A style must not run over the bar of the next line.
          lines.add(line.toString().stripTrailing() + (marked && ansi ? RESET : ""));
          line = new StringBuilder("  ").append(marked && ansi ? open : "");
          column = 2;
        }
        if (!(word.equals(" ") && column == 2)) {
          if (toOpen) {
            // After the break, so that the mark stands with the word that it opens.
            line.append(open);
            column += mark;
            toOpen = false;
            marked = true;
          }
          line.append(word);
          column += columns(word);
        }
      }
      if (phrase) {
        line.append(close);
        column += mark;
        marked = false;
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private List<String> wrapped(String text, String between, String style) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    int column = 0;
    for (String word : text.split(Pattern.quote(between), -1)) {
      if (column > 0 && column + between.length() + columns(word) > MOST_COLUMNS) {
        lines.add(style(style, line.toString()));
        line = new StringBuilder();
        column = 0;
      }
      line.append(column == 0 ? "" : between).append(word);
      column += columns(word) + (column == 0 ? 0 : between.length());
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

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(SEPARATOR));
  }

  private static String colour(Severity severity, Trend trend) {
    return trend == Trend.EASING ? EASING : switch (severity) {
      case NOTICE -> "\u001b[36m";
      case ELEVATED -> "\u001b[33m";
      case HIGH -> "\u001b[31m";
      case CRITICAL -> "\u001b[35m";
    };
  }

  private String style(String style, String text) {
    return ansi && !text.isEmpty() && !style.isEmpty() ? style + text + RESET : text;
  }
}
