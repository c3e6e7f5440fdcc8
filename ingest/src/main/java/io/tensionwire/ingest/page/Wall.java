package io.tensionwire.ingest.page;

import io.tensionwire.model.PageProblem;

/**
 * What stands before an article, or in its place.
 *
 * @param sign what gave it away, in a few words for people
 */
record Wall(PageProblem problem, String sign) {

  /** Whether the page's text is none of the article's: a paywall shows its beginning. */
  boolean hidesAll() {
    return problem != PageProblem.PAYWALL;
  }
}
