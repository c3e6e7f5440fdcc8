package io.tensionwire.detection.follow;

import io.tensionwire.detection.story.StorySettings;

/**
 * How a watch is followed.
 *
 * @param stories how long they live
 */
public record FollowSettings(StorySettings stories) {

  /** What is usual. */
  public static final FollowSettings USUAL = new FollowSettings(StorySettings.USUAL);
}
