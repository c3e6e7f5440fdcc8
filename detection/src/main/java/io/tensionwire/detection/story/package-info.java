/**
 * From single articles to what is happening: which detections report one event, and what of it is worth an alert. Pure
 * functions: the state goes in with the next detection, and the next state comes out with what there is to tell.
 *
 * <p>A story is, for now, an article with its revisions and near-copies. {@link
 * io.tensionwire.detection.story.NearCopies} finds the story that an article belongs to; {@link
 * io.tensionwire.detection.story.StoryState#follow} takes it in; {@link io.tensionwire.detection.story.Raise} compares
 * what a story says with what was last {@linkplain io.tensionwire.detection.story.Told told} of it.
 */
@NullMarked
package io.tensionwire.detection.story;

import org.jspecify.annotations.NullMarked;
