package io.tensionwire.detection.position;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.PositionRule;
import io.tensionwire.model.Language;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many things a position covers: the number after a word such as "total", which tells the whole from what is added. */
final class Count {

  /** {@code 1,402}, or in Korean {@code 1402개} and {@code 1천402개}. */
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:[,.]\\d{3})+|\\d{1,7})(?:(천)(\\d{1,3})?)?\\p{L}*");

  private static final int THOUSAND = 1000;

  /** Days of months are no counts, and a number without a unit that may be a year is none either. */
  private static final int LAST_DAY = 31;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;

  private Count() {}

  /** Of several the largest. */
  static @Nullable Integer in(String sentence, PositionRule rule, Language language) {
    List<String> counted = rule.counted().getOrDefault(language, List.of());
    if (counted.isEmpty()) {
      return null;
    }
    List<String> words = Document.words(sentence);
    Integer most = null;
    for (int i = 1; i < words.size(); i++) {
      Integer number = number(words.get(i));
      if (number != null && (most == null || number > most) && among(words.get(i - 1), counted)) {
        most = number;
      }
    }
    return most;
  }

  private static @Nullable Integer number(String word) {
    Matcher matcher = NUMBER.matcher(word);
    if (!matcher.matches()) {
      return null;
    }
    int number = Integer.parseInt(matcher.group(1).replaceAll("[,.]", ""));
    if (matcher.group(2) != null) {
      number = number * THOUSAND + (matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
    }
    boolean year = number >= FIRST_YEAR && number <= LAST_YEAR && word.length() == 4;
    return number <= LAST_DAY || year ? null : Integer.valueOf(number);
  }

  private static boolean among(String word, List<String> counted) {
    return counted.stream().anyMatch(each -> each.endsWith("*")
        ? word.startsWith(each.substring(0, each.length() - 1)) : word.equals(each));
  }
}
