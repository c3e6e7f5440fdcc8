package io.tensionwire.detection.role;

/** How a noun phrase hangs in its sentence. */
enum Link {
  /** The case or particle of a subject. */
  SUBJECT,
  /** What a sentence is about, mostly its subject. */
  TOPIC,
  /** Nothing says it: the place in the sentence decides. */
  BARE,
  /** The case or particle of a direct object. */
  OBJECT,
  /** To, against, towards: whom it is aimed at. */
  TO,
  /** With: a partner, or whom one deals with. */
  WITH,
  /** By: who does what is told in the passive. */
  BY,
  /** From: who gives it, or from whom it is asked or taken. */
  FROM,
  /** Of: it belongs to the noun beside it. */
  OF,
  /** In, at: where. */
  AT,
  /** Where somebody is posted: the Seoul of "Russian ambassador to Seoul". */
  POSTING,
  /** Any other word governs it. */
  OTHER
}
