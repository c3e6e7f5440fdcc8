package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import java.util.ArrayList;
import java.util.List;

/**
 * Who does a thing and to whom, each as the mentions that say so; empty where the sentence does not.
 *
 * @param agents several where they do it together
 */
public record Roles(List<Mention> agents, List<Mention> recipients) {
  static final Roles UNKNOWN = new Roles(List.of(), List.of());

  public Roles {
    agents = List.copyOf(agents);
    recipients = List.copyOf(recipients);
  }

  /** The parties that act. */
  public List<String> from() {
    return parties(agents);
  }

  /** The parties that are acted on. */
  public List<String> to() {
    return parties(recipients);
  }

  private static List<String> parties(List<Mention> mentions) {
    List<String> parties = new ArrayList<>(2);
    for (Mention mention : mentions) {
      for (String party : mention.parties()) {
        if (!parties.contains(party)) {
          parties.add(party);
        }
      }
    }
    return parties;
  }
}
