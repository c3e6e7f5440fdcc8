package io.tensionwire.ingest.fetch;

/** What the value of a request's header may hold; the client takes anything else for a bug. */
public final class HeaderText {

  private HeaderText() {}

  public static boolean isSendable(String value) {
    return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'));
  }
}
