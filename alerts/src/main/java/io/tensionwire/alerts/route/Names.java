package io.tensionwire.alerts.route;

import io.tensionwire.model.yaml.Nearest;
import io.tensionwire.model.yaml.Section;
import io.tensionwire.model.yaml.YamlException;
import java.util.Set;

/** Names that one part of the configuration gives and another refers to. */
public final class Names {

  private Names() {}

  /**
   * The name under a key.
   *
   * @param what it names, as in "is not a receiver"
   * @throws YamlException if it is none of those known
   */
  public static String known(Section section, String key, String what, Set<String> known) {
    String name = section.required(key);
    if (!known.contains(name)) {
      throw section.error(key, refusal(name, what, known));
    }
    return name;
  }

  static String refusal(String name, String what, Set<String> known) {
    String nearest = Nearest.to(name, known);
    return "is not a " + what + (nearest != null ? "; did you mean " + nearest + "?"
        : known.isEmpty() ? "; there are none" : "; there are " + String.join(", ", known));
  }
}
