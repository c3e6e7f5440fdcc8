package io.tensionwire.alerts.layout;

import io.tensionwire.alerts.message.Message;
import io.tensionwire.alerts.message.Trend;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is read first: how severe, whether it gets worse or better, and between whom. */
public final class FirstLine {

  public static final String SEPARATOR = " · ";
  private static final String NO_HEADLINE = "(no headline)";

  private FirstLine() {}

  /** Green is what eases, however much it matters: nobody should start at good news. */
  public static String mark(Message message) {
    return message.trend() == Trend.EASING ? "🟢" : switch (message.severity()) {
      case NOTICE -> "⚪";
      case ELEVATED -> "🟡";
      case HIGH -> "🔴";
      case CRITICAL -> "🚨";
    };
  }

  /** "HIGH · ▲ worsening · Russia → South Korea". */
  public static String of(Message message) {
    return Stream.of(message.label(), message.trend().inWords(), message.direction())
        .filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining(SEPARATOR));
  }

  /** The headline, or a word where the article has none. */
  public static String headline(Message message) {
    return message.headline().isBlank() ? NO_HEADLINE : message.headline();
  }
}
