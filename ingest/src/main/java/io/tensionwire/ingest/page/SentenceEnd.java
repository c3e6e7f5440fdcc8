package io.tensionwire.ingest.page;

/** Where a sentence ends, in the writings that news are read in. */
final class SentenceEnd {

  private static final String ENDS = ".!?…。！？";
  private static final String CLOSING = "\"'”’»)]」』>";

  private SentenceEnd() {}

  static boolean isAtEndOf(String text) {
    int end = text.length();
    while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0;
  }
}
