package io.tensionwire.detection.watch;

import io.tensionwire.model.Language;
import java.util.List;
import java.util.Map;

/**
 * A watch as its file says.
 *
 * @param pair the two parties
 * @param joined words that name several parties at once
 * @param neutral words that contain a party's name and do not name it
 * @param classes words that phrases refer to as {@code <class>}, and the verbs of acts
 * @param positions stances that the two hold, and what changes them
 * @param alerts what is worth an alert
 */
public record WatchRules(
    String id,
    List<String> pair,
    List<Party> parties,
    List<Joined> joined,
    Map<Language, List<String>> neutral,
    List<Topic> topics,
    Map<String, Map<Language, List<String>>> classes,
    List<SignalRule> signals,
    List<PositionRule> positions,
    AlertRules alerts) {

  /** The languages that a watch is written in. */
  public static final List<Language> LANGUAGES = List.of(Language.EN, Language.KO, Language.RU);

  /** A watch that says nothing of positions and alerts. */
  public WatchRules(
      String id, List<String> pair, List<Party> parties, List<Joined> joined, Map<Language, List<String>> neutral,
      List<Topic> topics, Map<String, Map<Language, List<String>>> classes, List<SignalRule> signals) {
    this(id, pair, parties, joined, neutral, topics, classes, signals, List.of(), AlertRules.USUAL);
  }

  /** Words that name several parties at once. */
  public record Joined(List<String> parties, Map<Language, List<String>> words) {}

  public Party party(String id) {
    return parties.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }
}
