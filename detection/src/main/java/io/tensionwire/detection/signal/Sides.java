package io.tensionwire.detection.signal;

import io.tensionwire.detection.party.Mention;
import io.tensionwire.detection.role.RoleReader;
import io.tensionwire.detection.text.Document;
import io.tensionwire.detection.watch.WatchRules;
import io.tensionwire.model.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two of a watch in one document: which of them a name is, and who does something. */
final class Sides {

  private final Document document;
  private final WatchRules rules;
  private final RoleReader roles;

  Sides(Document document, WatchRules rules, RoleReader roles) {
    this.document = document;
    this.rules = rules;
    this.roles = roles;
  }

  /** 주한 러시아대사 names both: the country where an envoy is posted, and the one that the envoy is of. */
  private @Nullable String posted(Mention mention) {
    String first = document.token(mention.from()).word();
    if (!mention.parties().containsAll(rules.pair()) || !first.startsWith("주한") && !first.startsWith("주러")) {
      return null;
    }
    String home = rules.party(rules.pair().get(0)).home().contains(Language.KO) ? rules.pair().get(0) : rules.pair().get(1);
    return first.startsWith("주한") ? theOther(home) : home;
  }

  /** Which of the two a name is; {@code null} where it is both or neither. */
  @Nullable String one(@Nullable Mention mention) {
    if (mention == null) {
      return null;
    }
    boolean one = mention.parties().size() == 1 && rules.pair().contains(mention.parties().getFirst());
    return one ? mention.parties().getFirst() : posted(mention);
  }

  /** The one of the two that does it alone. */
  @Nullable String agent(int from, int to) {
    List<Mention> agents = roles.of(from, to).agents();
    return agents.size() == 1 ? one(agents.getFirst()) : null;
  }

  Direction towards(String party) {
    return new Direction(party, theOther(party));
  }

  String theOther(String party) {
    return party.equals(rules.pair().get(0)) ? rules.pair().get(1) : rules.pair().get(0);
  }
}
