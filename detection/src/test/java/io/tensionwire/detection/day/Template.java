package io.tensionwire.detection.day;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps. {@code {a|b}} is one of the given, {@code {3-40}} a number, {@code {city}} a word of the list
 * {@code city} (the same wherever it stands in the article; {@code {city2}} is another), {@code {country.1}} its second
 * form, and {@code {은}} the Korean particle that goes with the sound before it.
 *
 * @param name the file and the line it begins at
 */
record Template(String name, String title, List<String> paragraphs) {
  private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)-(\\d+)");
  private static final Pattern SLOT = Pattern.compile("([a-z]+)(\\d?)(?:\\.(\\d))?");
  private static final Pattern PARTICLE = Pattern.compile("(.)([\"'”’)]?)\\{(은|이|을|과|으로)}");
  private static final Map<String, String> AFTER_VOWEL = Map.of("은", "는", "이", "가", "을", "를", "과", "와", "으로", "로");

  /** The words chosen for an article so far, by slot. */
  static final class Choices {
    private final Map<String, List<String>> lists;
    private final Random random;
    private final Map<String, String> chosen = new TreeMap<>();

    Choices(Map<String, List<String>> lists, Random random) {
      this.lists = lists;
      this.random = random;
    }

    String fill(String text) {
      String filled = GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(choose(gap.group(1), text)));
      return PARTICLE.matcher(filled).replaceAll(
          gap -> Matcher.quoteReplacement(gap.group(1) + gap.group(2) + particle(gap.group(1).charAt(0), gap.group(3))));
    }

    private String choose(String gap, String text) {
      if (AFTER_VOWEL.containsKey(gap)) {
        return "{" + gap + "}";
      }
      if (gap.indexOf('|') >= 0) {
        String[] choices = gap.split("\\|", -1);
        return choices[random.nextInt(choices.length)];
      }
      Matcher number = NUMBER.matcher(gap);
      if (number.matches()) {
        int least = Integer.parseInt(number.group(1));
        return String.valueOf(least + random.nextInt(Integer.parseInt(number.group(2)) - least + 1));
      }
      Matcher slot = SLOT.matcher(gap);
      if (!slot.matches() || !lists.containsKey(slot.group(1))) {
        throw new IllegalArgumentException("{" + gap + "} is no gap that is known, in: " + text);
      }
      String[] forms = word(slot.group(1), slot.group(1) + slot.group(2)).split("/");
      int form = slot.group(3) == null ? 0 : Integer.parseInt(slot.group(3));
      return forms[Math.min(form, forms.length - 1)];
    }

    private String word(String list, String slot) {
      String known = chosen.get(slot);
      if (known != null) {
        return known;
      }
      List<String> words = lists.getOrDefault(list, List.of());
      String word = words.get(random.nextInt(words.size()));
      while (chosen.containsValue(word) && words.size() > 3) {
        word = words.get(random.nextInt(words.size()));
      }
      chosen.put(slot, word);
      return word;
    }

    private static String particle(char before, String particle) {
      boolean hangul = before >= 0xAC00 && before < 0xD7A4;
      int last = hangul ? (before - 0xAC00) % 28 : "013678lmnrLMNR".indexOf(before) >= 0 ? 1 : 0;
      boolean vowel = last == 0 || particle.equals("으로") && last == 8;
      return vowel ? AFTER_VOWEL.getOrDefault(particle, particle) : particle;
    }
  }
}
