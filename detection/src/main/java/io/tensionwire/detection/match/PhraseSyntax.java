package io.tensionwire.detection.match;

import io.tensionwire.detection.match.Phrase.Clause;
import io.tensionwire.detection.match.Phrase.Element;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads phrases: {@code red line(s)} style words, {@code stem*}, {@code *part*}, {@code (one|of|these*)},
 * {@code <class>}, {@code ..} for up to four words between and {@code ..8} for up to eight, {@code &} and {@code !}.
 */
public final class PhraseSyntax {
  private static final int USUAL_GAP = 4;
  private static final int MOST_GAP = 12;

  private PhraseSyntax() {}

  /**
   * Reads one phrase.
   *
   * @throws IllegalArgumentException with a reason for the person who wrote it
   */
  public static Phrase parse(String text) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : text.split("&", -1)) {
      String clause = part.strip();
      boolean absent = clause.startsWith("!");
      List<Element> elements = elements(absent ? clause.substring(1).strip() : clause);
      if (clauses.isEmpty() && absent) {
        throw new IllegalArgumentException("starts with '!': what is looked for must come first");
      }
      clauses.add(new Clause(absent, elements));
    }
    return new Phrase(text, clauses);
  }

  private static List<Element> elements(String clause) {
    List<Element> elements = new ArrayList<>();
    for (String item : clause.isEmpty() ? new String[0] : clause.split("\\s+(?![^(]*\\))")) {
      elements.add(element(item));
    }
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("has an empty part: something is missing before or after '&'");
    }
    if (elements.getFirst() instanceof Element.Gap || elements.getLast() instanceof Element.Gap) {
      throw new IllegalArgumentException("begins or ends with '..', which stands only between words");
    }
    return List.copyOf(elements);
  }

  private static Element element(String item) {
    if (item.startsWith("..")) {
      String number = item.substring(2);
      if (!number.matches("\\d{0,2}") || !number.isEmpty() && Integer.parseInt(number) > MOST_GAP) {
        throw new IllegalArgumentException("'" + item + "' is no gap; write .. or ..1 to .." + MOST_GAP);
      }
      return new Element.Gap(number.isEmpty() ? USUAL_GAP : Integer.parseInt(number));
    }
    if (item.startsWith("<")) {
      if (!item.endsWith(">") || item.length() < 3) {
        throw new IllegalArgumentException("'" + item + "' lacks its '>'");
      }
      return new Element.Named(List.of(item.substring(1, item.length() - 1).split("\\|")));
    }
    if (item.startsWith("(") != item.endsWith(")")) {
      throw new IllegalArgumentException("'" + item + "' lacks a bracket");
    }
    String inner = item.startsWith("(") ? item.substring(1, item.length() - 1) : item;
    List<String> words = new ArrayList<>();
    for (String word : inner.split("\\|", -1)) {
      words.add(word(word.strip()));
    }
    return new Element.Words(List.copyOf(words));
  }

  private static String word(String word) {
    if (word.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("'" + word + "' is more than one word: brackets hold words, not rows of them;"
          + " write a phrase for each");
    }
    String folded = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('ё', 'е')
        .replace('’', '\'');
    String letters = folded.replaceFirst("^\\*(?=.*\\*$)", "").replaceFirst("\\*$", "");
    if (letters.isEmpty() || !letters.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '\'' || c == '.')) {
      throw new IllegalArgumentException(
          "'" + word + "' can never match: a word is letters and digits, with * at its end or at both ends");
    }
    return folded;
  }
}
