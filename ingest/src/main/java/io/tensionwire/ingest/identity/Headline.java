package io.tensionwire.ingest.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title without the marks by which a wire counts the stages of one report: {@code (URGENT)}, {@code (LEAD)},
 * {@code (2nd LD)}, {@code [속보]}, {@code [1보]}, {@code (종합2보)}, {@code «Срочно:»}, {@code (дополнено)}. Marks of
 * kinds, such as {@code (News Focus)} or {@code [인터뷰]}, belong to the title.
 *
 * @param bare what is left, as it stands
 * @param stage 0 without a mark; flashes are below, completed reports above, a later one higher than an earlier
 */
public record Headline(String bare, int stage) {

  private static final int FLASH = -10;
  private static final int COMPLETED = 10;
  private static final int LEAST_LETTERS = 12;
  private static final int LEAST_WIDE_LETTERS = 8;

  private static final String ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)\\s+";
  private static final Pattern URGENT = mark(
      "urgent|flash|breaking(?: news)?|news\\s?alert|just in|속보|긴급|긴급속보|срочно|молния|экстренно");
  private static final Pattern FLASH_NUMBER = mark("(\\d{1,2})보");
  private static final Pattern LEAD = mark("(?:" + ORDINAL + ")?(?:lead|ld)");
  private static final Pattern COMPLETE = mark("종합\\s?(?:(\\d{1,2})\\s?보)?|(?:상보)");
  private static final Pattern UPDATE = mark(
      "updated?(?:\\s?(\\d{1,2}))?|recast(?:s)?|corrected|adds (?:details|quotes|background|comments?)|"
          + "дополн(?:ено|яется|ение)|обновл(?:ено|яется|ение)|уточн(?:ено|яется)|исправлено|расширенн(?:ая|ый) (?:версия|вариант)|"
          + "업데이트|수정");
  private static final String SIGN = ")\\s*(?:[:!]|-(?=\\p{L})|[-–—]\\s)\\s*";
  private static final Pattern URGENT_SAID = said("urgent|breaking(?: news)?|속보|긴급|срочно");
  private static final Pattern UPDATE_SAID = said("update\\s?(\\d{1,2})?|обновление");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}%$€₩₽]+");

  /** A mark before a colon or a dash. */
  private static Pattern said(String words) {
    return Pattern.compile("^(?:" + words + SIGN, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A mark in brackets, at the beginning or at the end. */
  private static Pattern mark(String words) {
    String inside = "(?:" + words + ")";
    return Pattern.compile(
        "^[\\[(【〔<《]\\s*" + inside + "\\s*[\\])】〕>》]\\s*[:-]?\\s*|\\s*[\\[(【〔<《]\\s*" + inside + "\\s*[\\])】〕>》]$",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** @param title one line of plain text */
  public static Headline of(String title) {
    String bare = Normalizer.normalize(title, Normalizer.Form.NFC).strip();
    int stage = 0;
    boolean marked = false;
    for (boolean found = true; found; ) {
      found = false;
      for (Pattern pattern : new Pattern[] {URGENT_SAID, UPDATE_SAID, URGENT, FLASH_NUMBER, LEAD, COMPLETE, UPDATE}) {
        Matcher matcher = pattern.matcher(bare);
        if (matcher.find() && matcher.end() - matcher.start() < bare.length()) {
          stage = higher(stage, stageOf(pattern, number(matcher)), marked);
          bare = (bare.substring(0, matcher.start()) + bare.substring(matcher.end())).strip();
          marked = true;
          found = true;
        }
      }
    }
    return new Headline(bare, stage);
  }

  private static int stageOf(Pattern pattern, int number) {
    if (pattern == URGENT || pattern == URGENT_SAID) {
      return FLASH;
    }
    return pattern == FLASH_NUMBER ? FLASH + Math.min(number, 9) : COMPLETED + number;
  }

  private static int higher(int stage, int next, boolean marked) {
    return marked ? Math.max(stage, next) : next;
  }

  private static int number(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Integer.parseInt(matcher.group(group));
      }
    }
    return 0;
  }

  /** The bare title by which it is found again: case, spaces and signs do not matter. */
  String folded() {
    return fold(bare);
  }

  static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('ё', 'е');
    return NOT_A_WORD.matcher(plain).replaceAll(" ").strip();
  }

  /** Whether it says enough to be the title of one report only: "Weather" and "Morning headlines" do not. */
  boolean tells() {
    String folded = folded();
    long wide = folded.codePoints().filter(c -> Character.isIdeographic(c) || c >= 0xAC00 && c <= 0xD7A3).count();
    long letters = folded.codePoints().filter(Character::isLetter).count();
    int words = folded.isEmpty() ? 0 : folded.split(" ").length;
    return wide > letters / 2 ? wide >= LEAST_WIDE_LETTERS && words >= 2 : letters >= LEAST_LETTERS && words >= 4;
  }
}
