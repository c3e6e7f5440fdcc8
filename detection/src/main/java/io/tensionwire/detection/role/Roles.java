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

  /** The roles of two parts and of those that go with them; -1 where there is none. */
  static Roles of(List<Part> parts, int agent, int recipient) {
    return new Roles(group(parts, agent), group(parts, recipient));
  }

  private static List<Mention> group(List<Part> parts, int one) {
    List<Mention> group = new ArrayList<>(2);
    if (one >= 0) {
      int root = root(parts, one);
      for (int i = 0; i < parts.size(); i++) {
        if (root(parts, i) == root) {
          group.add(parts.get(i).mention());
        }
      }
    }
    return group;
  }

  private static int root(List<Part> parts, int part) {
    int root = part;
    while (parts.get(root).with() >= 0) {
      root = parts.get(root).with();
    }
    return root;
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
