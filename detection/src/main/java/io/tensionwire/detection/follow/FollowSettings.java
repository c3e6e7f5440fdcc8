package io.tensionwire.detection.follow;

import io.tensionwire.detection.alert.AlertSettings;
import io.tensionwire.detection.origin.Originators;
import io.tensionwire.detection.story.StorySettings;

/**
 * How watches are followed.
 *
 * @param stories how long they live
 * @param alerts what is too old to be told
 * @param originators who speaks for whom
 */
public record FollowSettings(StorySettings stories, AlertSettings alerts, Originators originators) {

  /** What is usual, where nothing is known of the outlets. */
  public static final FollowSettings USUAL = new FollowSettings(StorySettings.USUAL);

  public FollowSettings(StorySettings stories) {
    this(stories, AlertSettings.USUAL, Originators.NONE);
  }
}
