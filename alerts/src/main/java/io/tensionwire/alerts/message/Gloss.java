package io.tensionwire.alerts.message;

import io.tensionwire.model.Category;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A signal in English, built from its fields: "Russia (foreign ministry spokesperson) → South Korea: retaliation threat". */
final class Gloss {

  static final String ARROW = " → ";
  private static final int MOST_SPEAKER = 80;
  private static final int MOST_NAME = 60;

  private Gloss() {}

  static String of(Signal signal) {
    var gloss = new StringBuilder();
    String from = signal.from();
    String to = signal.to();
    String speaker = signal.speaker();
    if (from != null) {
      gloss.append(party(from));
    }
    if (speaker != null && !speaker.isBlank()) {
      String office = PlainText.cut(PlainText.of(speaker).strip(), MOST_SPEAKER);
      gloss.append(from == null ? office : " (" + office + ")");
    }
    if (to != null) {
      gloss.append(gloss.isEmpty() ? "→ " : ARROW).append(party(to));
    }
    if (!gloss.isEmpty()) {
      gloss.append(": ");
    }
    Category category = signal.category();
    gloss.append(standing(signal.stance(), category == null ? words(signal.id()) : words(WireName.of(category))));
    String deniedBy = signal.deniedBy();
    if (deniedBy != null) {
      gloss.append(", denied by ").append(party(deniedBy));
    }
    if (!signal.current()) {
      gloss.append(", looking back");
    }
    return gloss.toString();
  }

  private static String standing(Stance stance, String what) {
    return switch (stance) {
      case ASSERTED -> what;
      case ALLEGED -> what + ", alleged";
      case NEGATED -> "no " + what;
      case PROPOSED -> what + ", proposed";
      case DEMANDED -> what + ", demanded";
      case CONDITIONAL -> what + ", on a condition";
    };
  }

  /** {@code russia>south-korea} as "Russia → South Korea". */
  static String direction(String direction) {
    return Stream.of(direction.split(">", -1)).map(Gloss::party).collect(Collectors.joining(ARROW));
  }

  /** {@code russia>south-korea}, and the other way round, as "Russia ⇄ South Korea". */
  static String bothWays(String direction) {
    return Stream.of(direction.split(">", -1)).map(Gloss::party).collect(Collectors.joining(" ⇄ "));
  }

  /** The name of a party, from its id. */
  static String party(String id) {
    return Stream.of(PlainText.cut(PlainText.of(id).strip(), MOST_NAME).split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private static String words(String wireName) {
    return switch (wireName) {
      case "unfriendly-state" -> "unfriendly step or status";
      case "normalisation" -> "mending of ties";
      case "reopening" -> "reopening or relief";
      case "hostile-rhetoric" -> "hostile words";
      case "relations-worsening" -> "worsening of relations";
      case "nk-russia-military" -> "military ties of North Korea and Russia";
      case "arms-to-ukraine" -> "arms to Ukraine";
      case "sanctions-export-control" -> "sanctions or export control";
      case "expulsion-entry-ban" -> "expulsion or entry ban";
      case "detention-espionage" -> "detention or espionage";
      case "travel-flights" -> "travel or flights";
      case "trade-asset-dispute" -> "trade or asset dispute";
      default -> PlainText.cut(PlainText.of(wireName).strip(), MOST_NAME).replace('-', ' ');
    };
  }
}
