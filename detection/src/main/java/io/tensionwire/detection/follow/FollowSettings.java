package io.tensionwire.detection.follow;

import io.tensionwire.detection.story.StorySettings;
import io.tensionwire.detection.tension.TensionSettings;

/**
 * How a watch is followed.
 *
 * @param stories how long they live
 * @param tension when the index is worth an alert
 */
public record FollowSettings(StorySettings stories, TensionSettings tension) {

  /** What is usual. */
  public static final FollowSettings USUAL = new FollowSettings(StorySettings.USUAL);

  public FollowSettings(StorySettings stories) {
    this(stories, TensionSettings.USUAL);
  }
}
