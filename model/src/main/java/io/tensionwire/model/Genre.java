package io.tensionwire.model;

/**
 * What kind of text an article is. Only {@link #REPORT}, {@link #OFFICIAL}, {@link #INTERVIEW} and {@link #LIVE} open a
 * message.
 */
public enum Genre {
  REPORT,
  OFFICIAL,
  INTERVIEW,
  ANALYSIS,
  OPINION,
  EXPLAINER,
  ROUNDUP,
  LIVE,
  ANNIVERSARY,
  OTHER
}
