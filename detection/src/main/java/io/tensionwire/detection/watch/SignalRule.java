package io.tensionwire.detection.watch;

import io.tensionwire.detection.match.Phrase;
import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import io.tensionwire.model.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing said or done between the two.
 *
 * @param weight what it adds to a score, 1 to 100
 * @param severity how much it matters when it is the main news
 * @param relation how near the two parties must stand
 * @param others whether parties outside the pair may be in the same sentence
 * @param state whether it tells how things stand, which "since 2022" does not make history
 * @param background whether it is recap whenever it is said
 * @param demand whether one side can only demand it of the other
 * @param actor whether one of the two must be named before anybody else: others do the same thing
 * @param firm whether a "not" belongs to it: who praises that arms are not sent does praise
 * @param faint whether it is only what is left when nothing plainer is found: it is told where both are in the sentence
 *     and the text has no other signal
 * @param from the party that acts, where only one can
 * @param to the party it is aimed at, where only one can be
 * @param aim a class whose owner it is aimed at: who summons an ambassador turns on the ambassador's country
 * @param about parties outside the pair that belong to such a sentence
 * @param acts who does what to whom
 */
public record SignalRule(
    String id,
    Category category,
    int weight,
    Severity severity,
    Relation relation,
    boolean others,
    boolean state,
    boolean background,
    boolean demand,
    boolean actor,
    boolean firm,
    boolean faint,
    @Nullable String from,
    @Nullable String to,
    @Nullable String aim,
    List<String> about,
    Map<Language, List<Phrase>> phrases,
    List<Act> acts) {

  /** How near the two parties must stand to the words of a signal. */
  public enum Relation {
    /** Both in the sentence. */
    SENTENCE,
    /** One in the sentence, the other in the next one, the one before, or the title. */
    NEAR,
    /** Anywhere in a text that is about the two. */
    TEXT
  }
}
