package io.tensionwire.detection.text;

import io.tensionwire.model.Language;
import java.util.Locale;
import java.util.Set;

/**
 * The language of a text by its letters and its smallest words. Script alone tells Korean; in Cyrillic, letters that
 * Russian lacks and a text without ы give away Ukrainian, Serbian and Bulgarian; in Latin, the words that every English
 * text is full of must be there.
 */
public final class LanguageGuess {
  private static final Set<String> ENGLISH = Set.of(
      "the", "of", "and", "to", "in", "on", "for", "with", "is", "was", "by", "from", "that", "it", "at", "as", "are",
      "after", "says", "over", "has", "will", "its", "be", "not", "us", "amid");
  private static final Set<String> OTHERS = Set.of(
      "der", "die", "das", "und", "von", "mit", "ist", "den", "le", "la", "les", "des", "et", "du", "est", "el", "los",
      "las", "y", "del", "que", "een", "het", "van", "il", "di", "che", "una", "un", "für", "dans", "para", "por", "os");
  private static final int MOST_CHARACTERS = 4_000;

  private LanguageGuess() {}

  public static Language of(String title, String text) {
    String sample = title + "\n" + text;
    sample = sample.substring(0, Math.min(sample.length(), MOST_CHARACTERS));
    int hangul = 0;
    int kana = 0;
    int cyrillic = 0;
    int latin = 0;
    int han = 0;
    int notRussian = 0;
    int hard = 0;
    int russianOnly = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      if (c >= 0xAC00 && c < 0xD7A4 || c >= 0x1100 && c < 0x1200) {
        hangul++;
      } else if (c >= 0x3040 && c < 0x3100) {
        kana++;
      } else if (c >= 0x4E00 && c < 0xA000) {
        han++;
      } else if (c >= 0x400 && c < 0x500) {
        cyrillic++;
        notRussian += "іїєґћђјљњџўІЇЄҐЋЂЈЉЊЏЎ".indexOf(c) >= 0 ? 1 : 0;
        hard += c == 'ъ' || c == 'Ъ' ? 1 : 0;
        russianOnly += "ыэёЫЭЁ".indexOf(c) >= 0 ? 1 : 0;
      } else if (Character.isLetter(c)) {
        latin++;
      }
    }
    int letters = hangul + kana + cyrillic + latin + han;
    if (letters == 0) {
      return Language.OTHER;
    }
    if (hangul * 5 > letters && hangul > kana) {
      return Language.KO;
    }
    if (cyrillic * 2 > letters) {
      boolean russian = notRussian * 100 <= cyrillic && (russianOnly * 200 >= cyrillic || hard * 100 <= cyrillic);
      return russian ? Language.RU : Language.OTHER;
    }
    return latin * 2 > letters && english(sample) ? Language.EN : Language.OTHER;
  }

  private static boolean english(String sample) {
    int english = 0;
    int others = 0;
    int words = 0;
    for (String word : sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      words++;
      english += ENGLISH.contains(word) ? 1 : 0;
      others += OTHERS.contains(word) ? 1 : 0;
    }
    return english > others && english * 12 >= words || words < 14 && others == 0;
  }
}
