package io.tensionwire.model;

/** Why the page of an article gave no text that could be used. */
public enum PageProblem {
  /** It asks for consent first. */
  CONSENT_WALL,
  /** It asks whether we are human. */
  BOT_WALL,
  /** It shows its beginning to everybody, the rest to subscribers. */
  PAYWALL,
  /** It wants a cookie to be set first. */
  COOKIE_GATE,
  /** It says in words, not by its status, that there is no such page. */
  SOFT_404,
  /** The site's robots.txt asks not to. */
  ROBOTS,
  UNREACHABLE,
  GONE,
  NOT_HTML,
  /** No article was found in it. */
  NO_TEXT,
  /** It could not be read as a page. */
  UNREADABLE
}
