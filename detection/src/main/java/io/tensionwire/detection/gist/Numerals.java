package io.tensionwire.detection.gist;

import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.text.Sentence;
import io.tensionwire.model.Language;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers: digits with their separators, number words and the words for thousands and millions. */
final class Numerals {
  private static final Map<String, Integer> ENGLISH = counted(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
          + " nineteen twenty");
  private static final Map<String, Integer> RUSSIAN = russian();
  private static final Map<String, Integer> KOREAN = new HashMap<>(Map.ofEntries(
      Map.entry("한", 1), Map.entry("두", 2), Map.entry("세", 3), Map.entry("네", 4), Map.entry("다섯", 5), Map.entry("여섯", 6),
      Map.entry("일곱", 7), Map.entry("여덟", 8), Map.entry("아홉", 9), Map.entry("열", 10), Map.entry("열한", 11),
      Map.entry("열두", 12)));
  private static final Map<String, Long> SCALES = Map.ofEntries(
      Map.entry("dozen", 12L), Map.entry("hundred", 100L), Map.entry("thousand", 1_000L), Map.entry("million", 1_000_000L),
      Map.entry("mln", 1_000_000L), Map.entry("billion", 1_000_000_000L), Map.entry("bln", 1_000_000_000L),
      Map.entry("bn", 1_000_000_000L), Map.entry("trillion", 1_000_000_000_000L), Map.entry("тыс", 1_000L),
      Map.entry("тысяч", 1_000L), Map.entry("тысячи", 1_000L), Map.entry("тысячу", 1_000L), Map.entry("тысячами", 1_000L),
      Map.entry("млн", 1_000_000L), Map.entry("миллион", 1_000_000L), Map.entry("миллиона", 1_000_000L),
      Map.entry("миллионов", 1_000_000L), Map.entry("млрд", 1_000_000_000L), Map.entry("миллиард", 1_000_000_000L),
      Map.entry("миллиарда", 1_000_000_000L), Map.entry("миллиардов", 1_000_000_000L),
      Map.entry("трлн", 1_000_000_000_000L), Map.entry("триллион", 1_000_000_000_000L),
      Map.entry("триллиона", 1_000_000_000_000L), Map.entry("триллионов", 1_000_000_000_000L));
  private static final Map<Character, Long> KOREAN_SCALES =
      Map.of('백', 100L, '천', 1_000L, '만', 10_000L, '억', 100_000_000L, '조', 1_000_000_000_000L);

  private final Document document;
  private final Language language;

  Numerals(Document document, Language language) {
    this.document = document;
    this.language = language;
  }

  private static Map<String, Integer> counted(String words) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : words.split(" ")) {
      numbers.put(word, numbers.size() + 1);
    }
    numbers.putAll(Map.of(
        "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety", 90, "a", 1));
    return numbers;
  }

  private static Map<String, Integer> russian() {
    Map<String, Integer> numbers = new HashMap<>();
    String[] words = {
      "один одна одно одного одной одному одним одну", "два две двух двум двумя двое двоих", "три трех трем тремя трое троих",
      "четыре четырех четырем четырьмя четверо четверых", "пять пяти пятью пятеро пятерых",
      "шесть шести шестью шестеро шестерых", "семь семи семью семеро семерых", "восемь восьми восемью",
      "девять девяти девятью", "десять десяти десятью", "одиннадцать одиннадцати", "двенадцать двенадцати",
      "тринадцать тринадцати", "четырнадцать четырнадцати", "пятнадцать пятнадцати", "шестнадцать шестнадцати",
      "семнадцать семнадцати", "восемнадцать восемнадцати", "девятнадцать девятнадцати", "двадцать двадцати"};
    for (int i = 0; i < words.length; i++) {
      for (String word : words[i].split(" ")) {
        numbers.put(word, i + 1);
      }
    }
    return numbers;
  }

  /** The number that starts at a token, or {@code null}. */
  @Nullable Numeral at(int token, Sentence sentence) {
    String word = document.token(token).word();
    char first = word.charAt(0);
    if (language == Language.KO && (first >= '0' && first <= '9' || KOREAN.containsKey(stemOfNative(word)))) {
      return korean(token, sentence);
    }
    if (first >= '0' && first <= '9') {
      return digits(token, word, sentence);
    }
    Integer named = (language == Language.RU ? RUSSIAN : ENGLISH).get(word);
    if (named == null || language == Language.KO) {
      return null;
    }
    int to = token + 1;
    int value = named;
    if (language == Language.EN && value >= 20 && to < sentence.to()) {
      Integer more = ENGLISH.get(document.token(to).word());
      if (more != null && more < 10 && !document.token(to).word().equals("a")) {
        value += more;
        to++;
      }
    }
    Numeral scaled = scaled(BigDecimal.valueOf(value), token, to, sentence, value == 1);
    return word.equals("a") && scaled.to() == to ? null : scaled;
  }

  private @Nullable Numeral digits(int token, String word, Sentence sentence) {
    int end = 0;
    while (end < word.length() && (Character.isDigit(word.charAt(end)) || word.charAt(end) == ',' || word.charAt(end) == '.')) {
      end++;
    }
    BigDecimal value = value(word.substring(0, end));
    String rest = word.substring(end);
    Long suffix = SCALES.get(rest);
    if (value == null || !rest.isEmpty() && suffix == null) {
      return value == null || !rest.equals("km") && !rest.equals("км") ? null : new Numeral(value, token, token + 1, rest, false);
    }
    int to = token + 1;
    if (suffix != null) {
      return new Numeral(value.multiply(BigDecimal.valueOf(suffix)), token, to, "", false);
    }
    // Russian divides thousands by blanks: 1 500, 12 000 000.
    while (language == Language.RU && end <= 3 && to < sentence.to() && document.token(to).word().matches("\\d{3}")
        && document.token(to).start() == document.token(to - 1).end() + 1) {
      value = value.multiply(BigDecimal.valueOf(1_000)).add(new BigDecimal(document.token(to++).word()));
    }
    return scaled(value, token, to, sentence, false);
  }

  private Numeral scaled(BigDecimal value, int from, int next, Sentence sentence, boolean loose) {
    BigDecimal product = value;
    int to = next;
    while (to < sentence.to()) {
      Long scale = SCALES.get(document.token(to).word());
      if (scale == null) {
        break;
      }
      product = product.multiply(BigDecimal.valueOf(scale));
      to++;
    }
    return new Numeral(product, from, to, "", loose && to == next);
  }

  private static String stemOfNative(String word) {
    for (int length = Math.min(2, word.length()); length > 0; length--) {
      if (KOREAN.containsKey(word.substring(0, length))) {
        return word.substring(0, length);
      }
    }
    return word;
  }

  private @Nullable Numeral korean(int token, Sentence sentence) {
    String word = document.token(token).word();
    if (!Character.isDigit(word.charAt(0))) {
      String stem = stemOfNative(word);
      return new Numeral(
          BigDecimal.valueOf(KOREAN.getOrDefault(stem, 0)), token, token + 1, word.substring(stem.length()), true);
    }
    BigDecimal sum = BigDecimal.ZERO;
    int next = token;
    String rest = "";
    while (next < sentence.to() && rest.isEmpty()) {
      String part = document.token(next).word();
      if (!Character.isDigit(part.charAt(0)) || next > token && !endsInScale(document.token(next - 1).word())) {
        break;
      }
      int at = 0;
      while (at < part.length() && Character.isDigit(part.charAt(at))) {
        int end = at;
        while (end < part.length() && (Character.isDigit(part.charAt(end)) || part.charAt(end) == ',' || part.charAt(end) == '.')) {
          end++;
        }
        BigDecimal value = value(part.substring(at, end));
        if (value == null) {
          return null;
        }
        at = end;
        Long scale;
        while (at < part.length() && (scale = KOREAN_SCALES.get(part.charAt(at))) != null) {
          value = value.multiply(BigDecimal.valueOf(scale));
          at++;
        }
        sum = sum.add(value);
      }
      rest = part.substring(at);
      next++;
    }
    return new Numeral(sum, token, next, rest, false);
  }

  private static boolean endsInScale(String word) {
    return KOREAN_SCALES.containsKey(word.charAt(word.length() - 1));
  }

  private @Nullable BigDecimal value(String digits) {
    String plain = digits;
    while (plain.endsWith(",") || plain.endsWith(".")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    if (language == Language.RU && plain.matches("\\d+,\\d{1,2}")) {
      plain = plain.replace(',', '.');
    }
    plain = plain.replace(",", "");
    return plain.matches("\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(plain) : null;
  }
}
