/**
 * Which detections report one event. {@link io.tensionwire.detection.story.NearCopies} finds the story that an article
 * belongs to; {@link io.tensionwire.detection.story.StoryState#follow} takes it in.
 */
@NullMarked
package io.tensionwire.detection.story;

import org.jspecify.annotations.NullMarked;
