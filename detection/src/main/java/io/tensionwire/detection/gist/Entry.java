package io.tensionwire.detection.gist;

/**
 * What words of a {@link Glossary} stand for.
 *
 * @param id the same in every language
 * @param weight 1 to 3: what nearly every article speaks of weighs 1
 */
record Entry(Kind kind, String id, int weight) {

  /** What is looked for, and the files that list it. */
  enum Kind { CONCEPT, COUNTRY, PLACE, OUTLET, UNIT }
}
