package io.tensionwire.detection.watch;

import io.tensionwire.model.Category;
import io.tensionwire.model.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of text whose words only look like signals.
 *
 * @param categories the categories that mean nothing in such a text
 * @param least how many different words of it make a text one of the kind
 * @param sentence whether one word of it is enough in the sentence of a signal
 */
public record Topic(
    String id, Set<Category> categories, int least, boolean sentence, Map<Language, List<String>> words) {

  /** Whether nothing in such a text is a signal, as in one about sport. */
  public boolean vetoesAll() {
    return categories.size() == Category.values().length;
  }
}
