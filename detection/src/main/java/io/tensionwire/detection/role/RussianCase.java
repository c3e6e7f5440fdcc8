package io.tensionwire.detection.role;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cases that a Russian word may stand in, by its ending. Several where the ending leaves it open. */
enum RussianCase {
  NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE;

  private static final Set<RussianCase> ANY = EnumSet.allOf(RussianCase.class);

  /** Never declined, or mostly not. */
  private static final Set<String> FIXED = Set.of(
      "рф", "рк", "сша", "кндр", "кнр", "ес", "токио", "баку", "осло", "мид", "тасс", "нато", "юк", "чеджу", "тонхэ",
      "сокчхо", "замминистра", "замглавы", "минобороны", "цтак", "шойгу", "руденко", "фсб", "тоф", "дели", "чхв", "снб", "кадиз", "оон", "цру");

  /** Feminine in -а: its genitive is in -ы, so that -а is no genitive and -у no dative. */
  private static final List<String> FEMININE = List.of(
      "москв", "анкар", "варшав", "праг", "гааг", "куб", "риг", "украин", "канад", "америк", "стран", "сторон", "глав",
      "республик", "госдум", "дум", "разведк", "полици", "прокуратур", "делегаци", "компани", "авиакомпани", "верф",
      "администраци", "спецслужб", "дипломати", "служб", "столиц", "власт", "захаров", "арми", "военщин", "польш", "европ", "газ");

  /** Names of places have no plural: "Москвы" is a genitive and nothing else. */
  private static final List<String> PLACES = List.of(
      "москв", "анкар", "варшав", "праг", "гааг", "куб", "риг", "украин", "канад", "америк");

  static Set<RussianCase> of(String word) {
    if (FIXED.contains(word) || word.length() < 3) {
      return ANY;
    }
    if (ends(word, "ский", "цкий", "жный", "рный", "шний", "нный", "вный", "вой")) {
      return EnumSet.of(NOMINATIVE, ACCUSATIVE);
    }
    if (ends(word, "ские", "цкие", "ные", "ское", "цкое", "ное", "вые")) {
      return EnumSet.of(NOMINATIVE, ACCUSATIVE);
    }
    if (ends(word, "ская", "цкая", "ная", "вая")) {
      return EnumSet.of(NOMINATIVE);
    }
    if (ends(word, "ского", "цкого", "ного", "вого")) {
      return EnumSet.of(GENITIVE, ACCUSATIVE);
    }
    if (ends(word, "скому", "цкому", "ному", "вому")) {
      return EnumSet.of(DATIVE);
    }
    if (ends(word, "скую", "цкую", "ную", "вую")) {
      return EnumSet.of(ACCUSATIVE);
    }
    if (ends(word, "ским", "цким", "ным")) {
      return EnumSet.of(INSTRUMENTAL, DATIVE);
    }
    if (ends(word, "скими", "цкими", "ными")) {
      return EnumSet.of(INSTRUMENTAL);
    }
    if (ends(word, "ских", "цких", "ных")) {
      return EnumSet.of(GENITIVE, ACCUSATIVE, LOCATIVE);
    }
    if (ends(word, "ской", "цкой", "ной")) {
      return EnumSet.of(GENITIVE, DATIVE, INSTRUMENTAL, LOCATIVE);
    }
    if (ends(word, "ском", "цком", "ном")) {
      return EnumSet.of(LOCATIVE);
    }
    return noun(word);
  }

  private static Set<RussianCase> noun(String word) {
    boolean feminine = FEMININE.stream().anyMatch(word::startsWith);
    if (ends(word, "ия", "ея")) {
      return EnumSet.of(NOMINATIVE);
    }
    if (ends(word, "ии", "еи")) {
      return EnumSet.of(GENITIVE, DATIVE, LOCATIVE);
    }
    if (ends(word, "ию", "ею")) {
      return EnumSet.of(ACCUSATIVE);
    }
    if (ends(word, "ией", "еей")) {
      return EnumSet.of(INSTRUMENTAL);
    }
    if (ends(word, "ее")) {
      return EnumSet.of(DATIVE, LOCATIVE);
    }
    if (ends(word, "овой", "евой", "иной")) {
      return EnumSet.of(GENITIVE, DATIVE, INSTRUMENTAL, LOCATIVE);
    }
    if (ends(word, "ами", "ями")) {
      return EnumSet.of(INSTRUMENTAL);
    }
    if (ends(word, "ам", "ям")) {
      return EnumSet.of(DATIVE);
    }
    if (ends(word, "ах", "ях")) {
      return EnumSet.of(LOCATIVE);
    }
    if (word.length() > 4 && ends(word, "лем", "лом", "ном", "том", "ром", "ком", "цем", "шем", "ним", "вым", "ием", "стом", "дом")) {
      return EnumSet.of(INSTRUMENTAL);
    }
    if (ends(word, "ей", "ой")) {
      return feminine ? EnumSet.of(INSTRUMENTAL) : EnumSet.of(NOMINATIVE, GENITIVE, ACCUSATIVE, INSTRUMENTAL);
    }
    char last = word.charAt(word.length() - 1);
    return switch (last) {
      case 'а', 'я' -> feminine ? EnumSet.of(NOMINATIVE)
          : ends(word, "ова", "ева", "ина") ? EnumSet.of(NOMINATIVE, GENITIVE, ACCUSATIVE) : EnumSet.of(GENITIVE, ACCUSATIVE);
      case 'у', 'ю' -> feminine ? EnumSet.of(ACCUSATIVE) : EnumSet.of(DATIVE);
      case 'е' -> word.endsWith("ие") ? EnumSet.of(NOMINATIVE, ACCUSATIVE) : EnumSet.of(DATIVE, LOCATIVE);
      case 'ы', 'и' -> feminine && PLACES.stream().anyMatch(word::startsWith) ? EnumSet.of(GENITIVE)
          : feminine ? EnumSet.of(GENITIVE, NOMINATIVE) : EnumSet.of(NOMINATIVE, ACCUSATIVE, GENITIVE);
      case 'о' -> EnumSet.of(NOMINATIVE, ACCUSATIVE);
      default -> ends(word, "ов", "ев") && word.length() > 7 ? EnumSet.of(GENITIVE, ACCUSATIVE, NOMINATIVE)
          : EnumSet.of(NOMINATIVE, ACCUSATIVE);
    };
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
