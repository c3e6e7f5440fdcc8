package io.tensionwire.detection.gist;

import io.tensionwire.model.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The phrases that a word of a word list stands for. {@code stem*} begins so. English words without a star stand for
 * their regular forms as well ({@code summon}: summons, summoned, summoning), those written {@code =word} for nothing
 * else. {@code stem~} stands for the stem with the endings of Russian nouns and adjectives or with Korean particles, for
 * stems too short for a star. Korean writes a phrase also as one word.
 */
final class Forms {
  private static final List<String> RUSSIAN_ENDINGS = List.of(
      "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ом", "ем", "ов", "ев", "ей", "ой", "ам", "ям", "ах", "ях",
      "ами", "ями", "ью", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ых",
      "их", "ую", "юю", "ыми", "ими");
  private static final List<String> KOREAN_PARTICLES = List.of(
      "", "은", "는", "이", "가", "을", "를", "의", "에", "에서", "로", "으로", "와", "과", "도", "만", "들", "들이", "들은", "들을", "들의",
      "에게", "까지", "부터", "에는", "에서는", "인", "이다", "으로부터", "로부터", "에도", "이나", "측", "측은", "측이", "께");

  private Forms() {}

  /** The phrases of a comma-separated list. */
  static List<String> of(String list, Language language, boolean inflected) {
    Set<String> phrases = new LinkedHashSet<>();
    for (String item : list.split(",")) {
      String phrase = item.strip();
      if (!phrase.isEmpty()) {
        phrases.add(phrase(phrase, language, inflected));
        if (language == Language.KO && phrase.indexOf(' ') > 0) {
          phrases.add(joined(phrase));
        }
      }
    }
    return List.copyOf(phrases);
  }

  private static String joined(String phrase) {
    boolean begins = phrase.endsWith("*");
    String word = phrase.replace(" ", "").replace("*", "") + (begins ? "*" : "");
    return phrase(word, Language.KO, false);
  }

  private static String phrase(String phrase, Language language, boolean inflected) {
    List<String> words = new ArrayList<>();
    for (String word : phrase.split("\\s+")) {
      words.add(word(word, language, inflected));
    }
    return String.join(" ", words);
  }

  private static String word(String word, Language language, boolean inflected) {
    if (word.startsWith("=")) {
      return word.substring(1);
    }
    if (word.startsWith("(") || word.startsWith("..") || word.endsWith("*")) {
      return word;
    }
    if (word.endsWith("~")) {
      String stem = word.substring(0, word.length() - 1);
      return anyOf((language == Language.KO ? KOREAN_PARTICLES : RUSSIAN_ENDINGS).stream().map(stem::concat).toList());
    }
    return inflected && language == Language.EN && word.length() > 2 ? anyOf(english(word)) : word;
  }

  private static String anyOf(List<String> words) {
    return "(" + String.join("|", words) + ")";
  }

  private static List<String> english(String word) {
    List<String> forms = new ArrayList<>(List.of(word));
    char last = word.charAt(word.length() - 1);
    String stem = word.substring(0, word.length() - 1);
    if (last == 'e') {
      forms.addAll(List.of(word + "s", word + "d", stem + "ing"));
    } else if (last == 'y' && "aeou".indexOf(word.charAt(word.length() - 2)) < 0) {
      forms.addAll(List.of(stem + "ies", stem + "ied", word + "ing"));
    } else if (last == 's' || last == 'x' || last == 'h') {
      forms.addAll(List.of(word + "es", word + "ed", word + "ing", word + "s"));
    } else {
      forms.addAll(List.of(word + "s", word + "ed", word + "ing"));
      if (word.length() <= 6 && "bdgmnprtl".indexOf(last) >= 0 && "aeiou".indexOf(word.charAt(word.length() - 2)) >= 0) {
        forms.addAll(List.of(word + last + "ed", word + last + "ing"));
      }
    }
    return forms;
  }
}
