package io.tensionwire.detection.tension;

/**
 * When the index is worth an alert, whatever the watch; from which percentile on is the watch's to say.
 *
 * @param stories from so many distinct stories on; fewer than two never raise one
 */
public record TensionSettings(int stories) {

  /** What is usual. */
  public static final TensionSettings USUAL = new TensionSettings(2);

  public TensionSettings {
    if (stories < 2) {
      throw new IllegalArgumentException("stories " + stories + " is fewer than two");
    }
  }
}
