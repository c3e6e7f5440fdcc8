package io.tensionwire.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * One thing said or done, with the words that show it.
 *
 * @param id the rule of the watch that found it
 * @param category absent only where a newer writer named one that this reader does not know
 * @param current false for recap and history
 * @param phrase the words as they stand in the article
 * @param sentence the sentence they stand in
 * @param sentenceStart UTF-16 offset of the sentence in {@code field}
 * @param start UTF-16 offset of the phrase in {@code field}
 * @param end the offset after its last character
 * @param from the party that acts or speaks against the other, where the text says so
 * @param to the party it is aimed at
 * @param speaker who said it, as named in the text
 * @param deniedBy the party that denies it
 * @param weight what the signal adds to a score, 0 to 100
 * @param articleId the article it stands in
 * @param language the language of that article
 */
public record Signal(
    String id,
    @Nullable Category category,
    Polarity polarity,
    Stance stance,
    boolean current,
    String phrase,
    String sentence,
    int sentenceStart,
    TextField field,
    int start,
    int end,
    @Nullable String from,
    @Nullable String to,
    @Nullable String speaker,
    @Nullable String deniedBy,
    int weight,
    String articleId,
    Language language) {

  public Signal {
    requireNonNull(id, "id of a signal is missing");
    polarity = requireNonNullElse(polarity, Polarity.ESCALATION);
    stance = requireNonNullElse(stance, Stance.ASSERTED);
    requireNonNull(phrase, () -> "phrase of signal " + id + " is missing");
    requireNonNull(sentence, () -> "sentence of signal " + id + " is missing");
    field = requireNonNullElse(field, TextField.BODY);
    if (sentenceStart < 0 || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "signal " + id + " has the offsets " + start + " to " + end + " in a sentence at " + sentenceStart);
    }
    if (weight < 0 || weight > 100) {
      throw new IllegalArgumentException("weight " + weight + " of signal " + id + " is not within 0 to 100");
    }
    articleId = requireNonNullElse(articleId, "");
    language = requireNonNullElse(language, Language.OTHER);
  }

  /** {@code from>to}, or {@code null} where the text does not say who acts on whom. */
  public @Nullable String direction() {
    String source = from();
    String target = to();
    return source == null || target == null ? null : source + ">" + target;
  }
}
