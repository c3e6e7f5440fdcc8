/**
 * What of a story is worth an alert. {@link io.tensionwire.detection.alert.Raise} compares what a story says with what
 * was last {@linkplain io.tensionwire.detection.story.Told told} of it; {@link io.tensionwire.detection.alert.Reason}
 * finds the words.
 */
@NullMarked
package io.tensionwire.detection.alert;

import org.jspecify.annotations.NullMarked;
