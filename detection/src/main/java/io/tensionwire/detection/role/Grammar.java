package io.tensionwire.detection.role;

import io.tensionwire.detection.party.Mention;
import java.util.List;

/** How a language tells who acts on whom. */
interface Grammar {

  /** The noun phrases of a sentence's mentions, in their order. */
  List<Part> parts(Wording wording, List<Mention> mentions);

  /** Agent and recipient of the verb or noun that reaches from one token up to another. */
  Roles roles(Wording wording, List<Part> parts, int from, int to);
}
