package io.tensionwire.detection.text;

import io.tensionwire.detection.text.LanguageScores.Scores;
import io.tensionwire.model.Language;

/**
 * The language of a text by its letters and its smallest words.
 *
 * <p>The writing that carries most of the text comes first: a Korean article full of Latin names is Korean, an English
 * one that quotes a line of Russian is English. Then the languages of that writing are told from each other. Korean has
 * its own. In Cyrillic a letter that Russian lacks gives the others away, in short texts their words and endings; in
 * Latin a text is English where English words and endings outdo those of any other language.
 */
public final class LanguageGuess {
  private static final int MOST_CHARACTERS = 2_000;

  /** A Korean syllable or Chinese character holds about as much as so many letters. */
  private static final int LETTERS_OF_A_SYLLABLE = 3;

  private static final LanguageScores CYRILLIC = new LanguageScores(LanguageWords.CYRILLIC);
  private static final LanguageScores LATIN = new LanguageScores(LanguageWords.LATIN);

  private LanguageGuess() {}

  /** The language of a text that comes in parts: title first. Its first characters speak for all. */
  public static Language of(String... parts) {
    Letters letters = Letters.of(parts, MOST_CHARACTERS);
    int hangul = letters.hangul() * LETTERS_OF_A_SYLLABLE;
    int han = (letters.han() + letters.kana()) * LETTERS_OF_A_SYLLABLE;
    if (hangul + han + letters.cyrillic() + letters.latin() == 0) {
      return Language.OTHER;
    }
    if (han > hangul && !(letters.kana() == 0 && han <= 2 * hangul)) {
      return han >= letters.cyrillic() && han >= letters.latin() ? Language.OTHER : alphabet(letters);
    }
    return hangul > 0 && hangul >= letters.cyrillic() && hangul >= letters.latin() ? Language.KO : alphabet(letters);
  }

  private static Language alphabet(Letters letters) {
    if (letters.cyrillic() > letters.latin()) {
      return russian(letters) ? Language.RU : Language.OTHER;
    }
    return letters.latin() > 0 && english(letters) ? Language.EN : Language.OTHER;
  }

  /** One letter in sixty may be a foreign name's. */
  private static boolean russian(Letters letters) {
    if (letters.notRussian() * 60 > letters.cyrillic()) {
      return false;
    }
    Scores scores = CYRILLIC.of(letters);
    return scores.bestOther() <= scores.first() + letters.russianOnly();
  }

  /**
   * English where nothing outdoes it. In a text of some length every seventh word is one of the small ones: a list of
   * names is not English. A text of a few words that speaks for no language passes.
   */
  private static boolean english(Letters letters) {
    if (letters.accented() * 25 > letters.latin()) {
      return false;
    }
    Scores scores = LATIN.of(letters);
    int english = scores.first();
    int best = scores.bestOther();
    boolean enough = letters.words() < 30 || scores.small() * 14 >= letters.words();
    return english > best && enough || english == 0 && best == 0 && letters.accented() == 0 && letters.words() < 8;
  }
}
