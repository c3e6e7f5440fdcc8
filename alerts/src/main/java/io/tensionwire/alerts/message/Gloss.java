package io.tensionwire.alerts.message;

import io.tensionwire.model.Category;
import io.tensionwire.model.Signal;
import io.tensionwire.model.Stance;
import io.tensionwire.model.WireName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A signal in English, built from its fields: "Russia (foreign ministry spokesperson) → South Korea: retaliation threat". */
final class Gloss {

  static final String ARROW = " → ";
  private static final int MOST_SPEAKER = 80;
  private static final int MOST_NAME = 60;

  private Gloss() {}

  /**
   * The words of a gloss.
   *
   * @param beside the other signals of the alert: what stands in the same sentence may be the condition
   */
  static String of(Signal signal, List<Signal> beside, Templates templates) {
    Map<String, String> fields = fields(signal, beside);
    return templates.gloss(fields, () -> inWords(fields));
  }

  private static Map<String, String> fields(Signal signal, List<Signal> beside) {
    Map<String, String> fields = new LinkedHashMap<>();
    String from = signal.from();
    String to = signal.to();
    String speaker = signal.speaker();
    String deniedBy = signal.deniedBy();
    fields.put("from", from == null ? "" : party(from));
    fields.put("speaker", speaker == null ? "" : PlainText.cut(PlainText.of(speaker).strip(), MOST_SPEAKER));
    fields.put("to", to == null ? "" : party(to));
    Category category = signal.category();
    fields.put("what", category == null ? words(signal.id()) : words(WireName.of(category)));
    fields.put("stance", WireName.of(signal.stance()));
    fields.put("condition", signal.stance() == Stance.CONDITIONAL ? Condition.of(signal, beside) : "");
    fields.put("deniedBy", deniedBy == null ? "" : party(deniedBy));
    fields.put("past", signal.current() ? "" : "looking back");
    return fields;
  }

  private static String inWords(Map<String, String> fields) {
    var gloss = new StringBuilder(field(fields, "from"));
    String speaker = field(fields, "speaker");
    if (!speaker.isEmpty() && !isName(speaker, field(fields, "from"))) {
      gloss.append(gloss.isEmpty() ? speaker : " (" + speaker + ")");
    }
    String to = field(fields, "to");
    if (!to.isEmpty()) {
      gloss.append(gloss.isEmpty() ? "→ " : ARROW).append(to);
    }
    if (!gloss.isEmpty()) {
      gloss.append(": ");
    }
    gloss.append(standing(field(fields, "stance"), field(fields, "what"), field(fields, "condition")));
    if (!field(fields, "deniedBy").isEmpty()) {
      gloss.append(", denied by ").append(field(fields, "deniedBy"));
    }
    if (!field(fields, "past").isEmpty()) {
      gloss.append(", ").append(field(fields, "past"));
    }
    return gloss.toString();
  }

  /** Who speaks is the party itself, or its adjective: its name stands there already. */
  private static boolean isName(String speaker, String party) {
    return speaker.equalsIgnoreCase(party) || speaker.equalsIgnoreCase(party + "n");
  }

  private static String field(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private static String standing(String stance, String what, String condition) {
    return switch (stance) {
      case "alleged", "proposed", "demanded" -> what + ", " + stance;
      case "negated" -> "no " + what;
      case "conditional" -> what + ", " + (condition.isEmpty() ? "on a condition" : condition);
      default -> what;
    };
  }

  /** {@code russia>south-korea} as "Russia → South Korea". */
  static String direction(String direction) {
    return between(direction, ARROW);
  }

  /** {@code russia>south-korea}, and the other way round, as "Russia ⇄ South Korea". */
  static String bothWays(String direction) {
    return between(direction, " ⇄ ");
  }

  /** Of two parties, whatever else stands there. */
  private static String between(String direction, String joint) {
    return Stream.of(direction.split(">", 2)).map(Gloss::party).collect(Collectors.joining(joint));
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
