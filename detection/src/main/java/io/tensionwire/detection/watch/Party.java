package io.tensionwire.detection.watch;

import io.tensionwire.model.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose business a sentence may be.
 *
 * @param role what it is to the pair
 * @param sharesName whether a weak name of the pair may mean it, as "Korea" may mean the North
 * @param home the languages whose texts call this party's government just "the government"
 * @param terms how each language names it
 * @param holders who speaks for it
 */
public record Party(
    String id, Role role, boolean sharesName, List<Language> home, Map<Language, Terms> terms, List<Holder> holders) {

  /** What a party is to the pair. */
  public enum Role {
    /** One of the two. */
    PAIR,
    /** Somebody about whom the two quarrel: its name in a sentence takes nothing away. */
    INVOLVED,
    /** Somebody with quarrels of its own, which are not the pair's. */
    OTHER
  }

  /**
   * Words for a party.
   *
   * @param names mean nobody else
   * @param weak mean it only where nothing else is meant ("Korea")
   * @param own mean it in texts of its home ("the government")
   */
  public record Terms(List<String> names, List<String> weak, List<String> own) {}

  /**
   * A person who speaks for the party while in office.
   *
   * @param from absent: always
   * @param to absent: still
   */
  public record Holder(
      String id, String office, @Nullable LocalDate from, @Nullable LocalDate to, List<String> names) {

    /** Whether the office is the holder's on a day; before and after, the person is still the party's. */
    public boolean inOffice(LocalDate day) {
      LocalDate first = from();
      LocalDate last = to();
      return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
  }
}
