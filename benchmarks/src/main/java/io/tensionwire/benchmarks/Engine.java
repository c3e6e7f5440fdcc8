package io.tensionwire.benchmarks;

import java.util.Set;

/** Something that finds rules, or a part of the work of finding them. */
interface Engine {

  /** The ids of the rules that the text satisfies; those who do only a part of the work say how much they found. */
  Set<String> find(Text text);
}
