package io.tensionwire.detection.alert;

/** Why an article that says something of note opened no message: its story is on record, and nobody was told. */
public enum Untold {
  /** It was there when its feed was polled for the first time. */
  FIRST_POLL,
  /** Its event is older than {@code alerts.max-age}. */
  OLDER_THAN_MAX_AGE,
  /** It is a near-copy of one that was recorded for one of these reasons. */
  COPY_OF_RECORDED,
  /** An analysis, an opinion, an explainer: it joins a story, and opens none. */
  GENRE,
  /** All that it says is history. */
  ONLY_RECAP,
  /** It weighs less than the watch wants to be told of. */
  BELOW_THRESHOLD,
  /** The watch mutes what would have told it. */
  MUTED;

  /** Whether what copies the article came too late, too. */
  boolean holdsForCopies() {
    return this == FIRST_POLL || this == OLDER_THAN_MAX_AGE || this == COPY_OF_RECORDED;
  }
}
