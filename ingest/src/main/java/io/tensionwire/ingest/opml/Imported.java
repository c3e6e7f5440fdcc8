package io.tensionwire.ingest.opml;

import io.tensionwire.model.Feed;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one feed of a list.
 *
 * @param title as the list calls it, or its address
 * @param url as it is in the list
 * @param feed as it would be added; absent where it cannot be
 * @param reason why not, or as what it is known; empty where it is new
 */
public record Imported(String title, String url, Outcome outcome, @Nullable Feed feed, String reason) {

  /** Whether it would be added. */
  public enum Outcome {
    NEW,
    KNOWN,
    REFUSED
  }
}
