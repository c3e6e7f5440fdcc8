package io.tensionwire.model;

/** Whether an article's page still stands. */
public enum ArticleStatus {
  LIVE,
  GONE
}
