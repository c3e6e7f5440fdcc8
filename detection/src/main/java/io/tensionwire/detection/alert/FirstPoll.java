package io.tensionwire.detection.alert;

/** What becomes of what was there when a feed was polled for the first time. */
public enum FirstPoll {
  /** Its stories are on record; nobody is told. */
  RECORDED,
  /** It is news like all else: for demonstrations and tests. */
  TOLD
}
