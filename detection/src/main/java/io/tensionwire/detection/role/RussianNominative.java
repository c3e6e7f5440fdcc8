package io.tensionwire.detection.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nominative of the noun that a phrase begins with, and of the adjectives before it: "российском ведомстве" is
 * "российское ведомство". What follows the noun stays; what is not known for certain stays as well.
 */
final class RussianNominative {
  private static final Set<String> FIXED = Set.of("мид", "рф", "рк", "минобороны", "фсб", "тасс", "сша", "посольство");

  /** Nouns that are masculine or feminine against what their oblique ending would say. */
  private static final Map<String, String> NAMES = Map.ofEntries(
      Map.entry("кремл", "кремль"), Map.entry("москв", "москва"), Map.entry("сеул", "сеул"), Map.entry("госдум", "госдума"),
      Map.entry("дум", "дума"), Map.entry("посл", "посол"), Map.entry("полици", "полиция"), Map.entry("прокуратур", "прокуратура"),
      Map.entry("министр", "министр"), Map.entry("представител", "представитель"), Map.entry("глав", "глава"),
      Map.entry("советник", "советник"), Map.entry("помощник", "помощник"), Map.entry("секретар", "секретарь"),
      Map.entry("депутат", "депутат"), Map.entry("сенатор", "сенатор"), Map.entry("дипломат", "дипломат"),
      Map.entry("президент", "президент"), Map.entry("мид", "мид"), Map.entry("совет", "совет"), Map.entry("штаб", "штаб"),
      Map.entry("генштаб", "генштаб"), Map.entry("комитет", "комитет"), Map.entry("парламент", "парламент"),
      Map.entry("кабмин", "кабмин"), Map.entry("минюст", "минюст"), Map.entry("департамент", "департамент"),
      Map.entry("источник", "источник"), Map.entry("собеседник", "собеседник"), Map.entry("разведк", "разведка"),
      Map.entry("охран", "охрана"), Map.entry("пресс-служб", "пресс-служба"), Map.entry("сторон", "сторона"), Map.entry("служб", "служба"), Map.entry("спикер", "спикер"), Map.entry("суд", "суд"));
  private static final List<String> ENDINGS = List.of("ами", "ями", "ом", "ем", "ой", "ей", "ах", "ях", "у", "ю", "е", "а", "я", "ы", "и", "");

  private RussianNominative() {}

  static String of(String phrase) {
    String[] words = phrase.split(" ");
    List<String> adjectives = new ArrayList<>();
    int noun = 0;
    while (noun < words.length - 1 && RussianWords.adjective(words[noun].toLowerCase())) {
      adjectives.add(words[noun]);
      noun++;
    }
    String named = noun(words[noun]);
    if (named == null) {
      return phrase;
    }
    var result = new StringBuilder();
    for (String adjective : adjectives) {
      result.append(adjective(adjective, named)).append(' ');
    }
    result.append(named);
    for (int i = noun + 1; i < words.length; i++) {
      result.append(' ').append(words[i]);
    }
    return result.toString();
  }

  private static @Nullable String noun(String word) {
    String low = word.toLowerCase();
    if (FIXED.contains(low)) {
      return word;
    }
    if (low.endsWith("ия") || low.endsWith("ство") || low.endsWith("ние")) {
      return word;
    }
    if (low.matches(".+ств(а|у|ом|е)")) {
      return word.substring(0, low.lastIndexOf("ств")) + "ство";
    }
    if (low.matches(".{3,}(ии|ию|ией)")) {
      return word.substring(0, low.lastIndexOf("и", low.length() - (low.endsWith("ей") ? 3 : 2))) + "ия";
    }
    for (String ending : ENDINGS) {
      String stem = low.endsWith(ending) ? low.substring(0, low.length() - ending.length()) : "";
      String name = NAMES.get(stem);
      if (name != null) {
        return word.equals(low) ? name : word.charAt(0) + (word.substring(1).equals(low.substring(1)) ? name.substring(1) : word.substring(1));
      }
    }
    return null;
  }

  /** In the gender of its noun. */
  private static String adjective(String word, String noun) {
    int cut = word.length();
    for (String ending : List.of("ого", "ому", "ими", "ыми", "его", "ему", "ий", "ый", "им", "ым", "ом", "ем", "ой", "ей", "ая", "ое", "ую", "ие", "ые", "их", "ых")) {
      if (word.endsWith(ending)) {
        cut = word.length() - ending.length();
        break;
      }
    }
    String stem = word.substring(0, cut);
    boolean soft = stem.endsWith("к") || stem.endsWith("г") || stem.endsWith("х");
    char last = noun.charAt(noun.length() - 1);
    return stem + (last == 'а' || last == 'я' ? "ая" : last == 'о' || last == 'е' ? "ое" : soft ? "ий" : "ый");
  }
}
