/**
 * What of a story is worth an alert. {@link io.tensionwire.detection.alert.Hold} says what keeps an article from being
 * told; {@link io.tensionwire.detection.alert.Raise} opens a story with the first that nothing holds back, and leaves
 * what comes after it to a {@link io.tensionwire.detection.alert.Bulletin}, which compares what the story says with what
 * was {@linkplain io.tensionwire.detection.story.Told told} of it.
 */
@NullMarked
package io.tensionwire.detection.alert;

import org.jspecify.annotations.NullMarked;
