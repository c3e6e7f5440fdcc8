package io.tensionwire.detection.tension;

/**
 * When the index is worth an alert.
 *
 * @param index from this percentile on, 0 to 100
 * @param stories from so many distinct stories on; fewer than two never raise one
 */
public record TensionSettings(double index, int stories) {

  /** What is usual. */
  public static final TensionSettings USUAL = new TensionSettings(90, 2);

  public TensionSettings {
    if (!(index >= 0 && index <= 100)) {
      throw new IllegalArgumentException("index " + index + " is not within 0 to 100");
    }
    if (stories < 2) {
      throw new IllegalArgumentException("stories " + stories + " is fewer than two");
    }
  }
}
