package io.tensionwire.detection.gist;

import java.util.Map;

/**
 * Names by their sound, whatever the script: the classes of their consonants in order, after an {@code a} where they
 * begin with a vowel. {@code Zinoviev}, 지노비예프 and {@code Зиновьев} are all {@code snpp}. What Korean does not tell apart
 * is one class: p b f v, t d, k g kh h, s z sh zh ch j ts, l r. Neighbours of one class count once.
 */
final class Sounds {
  /** By their first letter's consonants: of each script's spellings, the longest first. */
  private static final Map<String, String> LATIN = Map.ofEntries(
      Map.entry("shch", "s"), Map.entry("sch", "s"), Map.entry("dzh", "s"), Map.entry("tch", "s"), Map.entry("sh", "s"),
      Map.entry("zh", "s"), Map.entry("ch", "s"), Map.entry("ts", "s"), Map.entry("tz", "s"), Map.entry("dj", "s"),
      Map.entry("kh", "k"), Map.entry("gh", "k"), Map.entry("ck", "k"), Map.entry("ph", "p"), Map.entry("th", "t"),
      Map.entry("b", "p"), Map.entry("p", "p"), Map.entry("f", "p"), Map.entry("v", "p"), Map.entry("t", "t"),
      Map.entry("d", "t"), Map.entry("k", "k"), Map.entry("g", "k"), Map.entry("q", "k"), Map.entry("h", "k"),
      Map.entry("x", "ks"), Map.entry("s", "s"), Map.entry("z", "s"), Map.entry("j", "s"), Map.entry("l", "l"),
      Map.entry("r", "l"), Map.entry("m", "m"), Map.entry("n", "n"));
  private static final Map<String, String> CYRILLIC = Map.ofEntries(
      Map.entry("дж", "s"), Map.entry("тс", "s"), Map.entry("тш", "s"), Map.entry("дз", "s"), Map.entry("б", "p"),
      Map.entry("п", "p"), Map.entry("ф", "p"), Map.entry("в", "p"), Map.entry("т", "t"), Map.entry("д", "t"),
      Map.entry("чх", "s"), Map.entry("пх", "p"), Map.entry("тх", "t"), Map.entry("кх", "k"), Map.entry("к", "k"),
      Map.entry("г", "k"), Map.entry("х", "k"), Map.entry("с", "s"), Map.entry("з", "s"), Map.entry("ш", "s"),
      Map.entry("щ", "s"), Map.entry("ж", "s"), Map.entry("ч", "s"), Map.entry("ц", "s"), Map.entry("л", "l"),
      Map.entry("р", "l"), Map.entry("м", "m"), Map.entry("н", "n"));

  /** The consonants that Korean syllables begin and end with, in the order of Unicode; a dot stands for none. */
  private static final String INITIALS = "kknttlmppss.sssktpk";
  private static final String FINALS = ".kkknnntlkmlllplmppttnttktp.";

  private static final int LONGEST = 4;
  private static final char NONE = '.';

  private Sounds() {}

  /** The sound of a folded word; empty where it has no letter that is known. */
  static String of(String word) {
    var sound = new StringBuilder();
    boolean vowel = true;
    int i = 0;
    while (i < word.length()) {
      char c = word.charAt(i);
      if (c >= 0xAC00 && c <= 0xD7A3) {
        vowel = syllable(c, sound, vowel);
        i++;
        continue;
      }
      int length = spelling(word, i);
      if (length == 0) {
        if (i == 0 && Character.isLetter(c)) {
          sound.append('a');
        }
        vowel = true;
        i++;
        continue;
      }
      for (char consonant : consonants(word, i, length).toCharArray()) {
        vowel = add(consonant, sound, vowel);
      }
      i += length;
    }
    return sound.toString();
  }

  /** How many consonants a sound has. */
  static int strength(String sound) {
    return sound.startsWith("a") ? sound.length() - 1 : sound.length();
  }

  private static boolean syllable(char c, StringBuilder sound, boolean vowel) {
    int index = c - 0xAC00;
    char initial = INITIALS.charAt(index / 588);
    int coda = index % 28;
    if (initial == NONE) {
      if (sound.isEmpty()) {
        sound.append('a');
      }
    } else {
      add(initial, sound, vowel);
    }
    if (coda == 0 || FINALS.charAt(coda) == NONE) {
      return true;
    }
    add(FINALS.charAt(coda), sound, true);
    return false;
  }

  private static boolean add(char consonant, StringBuilder sound, boolean afterVowel) {
    boolean again = !afterVowel && !sound.isEmpty() && sound.charAt(sound.length() - 1) == consonant;
    if (!again) {
      sound.append(consonant);
    }
    return false;
  }

  private static Map<String, String> spellings(char c) {
    return c < 0x250 ? LATIN : CYRILLIC;
  }

  /** How many letters spell the consonant that stands here; 0 for a vowel. */
  private static int spelling(String word, int at) {
    char c = word.charAt(at);
    if (c == 'c') {
      return word.startsWith("ch", at) || word.startsWith("ck", at) ? 2 : 1;
    }
    if (c == 'h' && at > 0 && (at + 1 == word.length() || isConsonant(word.charAt(at + 1)))) {
      return 0;
    }
    for (int length = Math.min(LONGEST, word.length() - at); length > 0; length--) {
      if (spellings(c).containsKey(word.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean isConsonant(char c) {
    return LATIN.containsKey(String.valueOf(c));
  }

  private static String consonants(String word, int at, int length) {
    char c = word.charAt(at);
    if (c == 'c' && length == 1) {
      return at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0 ? "s" : "k";
    }
    // One sound at the end of a syllable: Kang, Seongnam.
    boolean nasal = c == 'g' && length == 1 && at > 0 && word.charAt(at - 1) == 'n'
        && (at + 1 == word.length() || isConsonant(word.charAt(at + 1)) && "lr".indexOf(word.charAt(at + 1)) < 0);
    return nasal ? "" : spellings(c).getOrDefault(word.substring(at, at + length), "");
  }
}
