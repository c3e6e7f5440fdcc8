package io.tensionwire.alerts.message;

import io.tensionwire.model.Language;
import io.tensionwire.model.Signal;
import io.tensionwire.model.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the article with the words that triggered a signal.
 *
 * @param before what stands before the phrase in its sentence
 * @param phrase the words themselves
 * @param trend whether it makes things worse or better
 * @param gloss what the signal says, in English, built from its fields and not translated
 */
public record Evidence(String before, String phrase, String after, Language language, Trend trend, String gloss) {

  /** Longer sentences are cut around their phrase. */
  private static final int MOST_BEFORE = 220;

  private static final int MOST_PHRASE = 200;
  private static final int MOST_AFTER = 220;

  static Evidence of(Signal signal, @Nullable String gloss) {
    if (signal.field() == TextField.TITLE) {
      return inTheHeadline(signal, gloss);
    }
    String sentence = signal.sentence();
    int start = signal.start() - signal.sentenceStart();
    int end = signal.end() - signal.sentenceStart();
    // Offsets that do not fit would mark the wrong words: better none than those.
    if (start < 0 || end > sentence.length() || start > end || !sentence.substring(start, end).equals(signal.phrase())) {
      start = sentence.indexOf(signal.phrase());
      end = start + signal.phrase().length();
    }
    String before = start < 0 ? "" : sentence.substring(0, start);
    String phrase = start < 0 ? signal.phrase() : sentence.substring(start, end);
    String after = start < 0 ? "" : sentence.substring(end);
    return new Evidence(
        PlainText.cutStart(PlainText.of(before).stripLeading(), MOST_BEFORE),
        PlainText.cut(PlainText.of(phrase), MOST_PHRASE),
        PlainText.cut(PlainText.of(after).stripTrailing(), MOST_AFTER),
        signal.language(),
        Trend.of(signal),
        gloss == null ? "" : gloss);
  }

  /** The headline stands above: its words are enough. */
  private static Evidence inTheHeadline(Signal signal, @Nullable String gloss) {
    String phrase = PlainText.cut(PlainText.of(signal.phrase()), MOST_PHRASE);
    return new Evidence(
        "", phrase, "", signal.language(), Trend.of(signal), gloss == null ? "" : gloss + " (in the headline)");
  }

  /** The line under the sentence: a gloss, marked as one, where its reader may not understand the words. */
  public String note() {
    return trend.mark() + (needsGloss() ? " gloss: " : " ") + gloss;
  }

  /** Whether there is anything to quote. */
  public boolean hasWords() {
    return !(before.isBlank() && phrase.isBlank() && after.isBlank());
  }

  /** Whether its reader may not understand the words. */
  public boolean needsGloss() {
    return language != Language.EN;
  }
}
