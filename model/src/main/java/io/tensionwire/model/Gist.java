package io.tensionwire.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tells the event of one article from the events of others. All but {@code terms} is the same in every language,
 * so that a Korean, a Russian and an English report of one event meet.
 *
 * @param concepts what the text speaks of ({@code summon}, {@code airspace}, {@code fishing-quota}), with how prominent
 *     it is, 1 to 9
 * @param names proper names by their sound: the same for {@code Zinoviev}, {@code 지노비예프} and {@code Зиновьев}; with
 *     how prominent each is, 1 to 9
 * @param terms words of the text's own language by their stems, with how prominent each is, 1 to 9
 * @param amounts counts and sums, {@code <unit>:<value>} such as {@code aircraft:8}, {@code krw:5000000000}; the unit is
 *     {@code number} where the text does not say of what
 * @param days when things happened according to the text, ISO dates, the main news first
 * @param cites whose word the text passes on: names of agencies and outlets as {@code config/outlets.yaml} has them,
 *     or ids of offices
 */
public record Gist(
    Map<String, Integer> concepts,
    Map<String, Integer> names,
    Map<String, Integer> terms,
    List<String> amounts,
    List<String> days,
    List<String> cites) {

  public static final Gist NONE = new Gist(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());

  public Gist {
    concepts = sorted(concepts);
    names = sorted(names);
    terms = sorted(terms);
    amounts = amounts == null ? List.of() : List.copyOf(amounts);
    days = days == null ? List.of() : List.copyOf(days);
    cites = cites == null ? List.of() : List.copyOf(cites);
  }

  /** In the order of the keys, so that a replay writes the same bytes. */
  private static Map<String, Integer> sorted(Map<String, Integer> prominence) {
    return prominence == null || prominence.isEmpty()
        ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(prominence));
  }
}
