package io.tensionwire.detection.signal;

import io.tensionwire.detection.role.Roles;
import io.tensionwire.detection.watch.Act;
import io.tensionwire.detection.watch.Party.Role;
import io.tensionwire.detection.watch.SignalRule;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the roles in a sentence make of an act or of words: who of the two acts on whom.
 *
 * @param certain whether the sentence itself says that one of the two acts on the other
 */
record Between(@Nullable String from, @Nullable String to, boolean certain) {
  private static final Between OPEN = new Between(null, null, false);

  /**
   * An act's direction, or {@code null} where it is somebody else's, or nobody of the two is said to take part, or the
   * sentence says less than the act asks for.
   */
  static @Nullable Between of(Act act, Roles roles, WatchRules rules) {
    if (roles.from().isEmpty() && roles.to().isEmpty()) {
      return null;
    }
    Between between = read(act, roles, rules);
    return between != null && act.sure() && !between.certain() ? null : between;
  }

  private static @Nullable Between read(Act act, Roles roles, WatchRules rules) {
    List<String> from = roles.from();
    List<String> to = roles.to();
    List<String> pair = rules.pair();
    if (act.who().equals(Act.BOTH)) {
      return anyOther(from, rules) || anyOther(to, rules)
          ? null : together(from, to, pair);
    }
    String agent = act.who().equals(Act.PAIR) ? oneOf(from, pair) : from.contains(act.who()) ? act.who() : null;
    if (agent == null && !from.isEmpty()) {
      return null;
    }
    if (act.whom().equals(Act.OTHER)) {
      return onTheOther(act, agent, from, to, pair);
    }
    if (agent == null && !act.who().equals(Act.PAIR)) {
      agent = act.who();
    }
    boolean whoever = act.whom().equals(Act.ANYBODY);
    if (!whoever && !to.isEmpty() && !to.contains(act.whom())) {
      return null;
    }
    String recipient = !whoever ? act.whom() : oneOf(to, pair) != null ? oneOf(to, pair) : to.isEmpty() ? null : to.getFirst();
    return new Between(agent, recipient != null && recipient.equals(agent) ? null : recipient, !from.isEmpty());
  }

  private static @Nullable Between onTheOther(
      Act act, @Nullable String agent, List<String> from, List<String> to, List<String> pair) {
    if (from.containsAll(pair)) {
      return new Between(null, null, true);
    }
    if (agent == null) {
      String recipient = oneOf(to, pair);
      if (recipient == null) {
        return null;
      }
      String other = theOther(recipient, pair);
      boolean fits = act.who().equals(Act.PAIR) || act.who().equals(other);
      return fits ? new Between(other, recipient, false) : null;
    }
    String other = theOther(agent, pair);
    return to.isEmpty() || to.contains(other) ? new Between(agent, other, !to.isEmpty()) : null;
  }

  /** What the two do with each other has no direction; somebody else in it makes it another matter. */
  private static @Nullable Between together(List<String> from, List<String> to, List<String> pair) {
    boolean agents = from.isEmpty() || from.stream().anyMatch(pair::contains);
    boolean recipients = to.isEmpty() || to.stream().anyMatch(pair::contains);
    boolean both = pair.stream().allMatch(party -> from.contains(party) || to.contains(party));
    return agents && recipients && both ? new Between(null, null, true) : null;
  }

  /** What the roles say of the words of a phrase, or {@code null} where they are plainly somebody else's. */
  static @Nullable Between ofWords(SignalRule rule, Roles roles, WatchRules rules) {
    List<String> from = roles.from();
    List<String> to = roles.to();
    String agent = oneOf(from, rules.pair());
    if (agent == null && !from.isEmpty() && !rule.others() && outside(rule, from, rules)) {
      return null;
    }
    if (agent != null && !to.isEmpty() && !from.containsAll(rules.pair()) && others(to, rules) && !rule.others()) {
      return null;
    }
    String recipient = oneOf(to, rules.pair());
    if (from.containsAll(rules.pair())) {
      return OPEN;
    }
    if (rule.category() == Category.NK_RUSSIA_MILITARY && !from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
      return new Between(agent == null ? from.getFirst() : agent, recipient == null ? to.getFirst() : recipient, true);
    }
    if (agent == null) {
      return OPEN;
    }
    return new Between(agent, theOther(agent, rules.pair()), recipient != null && !recipient.equals(agent));
  }

  private static boolean outside(SignalRule rule, List<String> parties, WatchRules rules) {
    return others(parties, rules) || rule.category() != Category.NK_RUSSIA_MILITARY
        && parties.stream().allMatch(party -> rules.party(party).sharesName());
  }

  private static boolean anyOther(List<String> parties, WatchRules rules) {
    return parties.stream().anyMatch(party -> rules.party(party).role() == Role.OTHER);
  }

  private static boolean others(List<String> parties, WatchRules rules) {
    return parties.stream().allMatch(party -> rules.party(party).role() == Role.OTHER);
  }

  /** The one of the two that is among them; where both are, the first of the pair. */
  private static @Nullable String oneOf(List<String> parties, List<String> pair) {
    return parties.contains(pair.get(0)) ? pair.get(0) : parties.contains(pair.get(1)) ? pair.get(1) : null;
  }

  private static String theOther(String party, List<String> pair) {
    return party.equals(pair.get(0)) ? pair.get(1) : pair.get(0);
  }
}
