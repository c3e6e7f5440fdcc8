/**
 * How tense a watch's pair is, from day to day and in either direction: {@link
 * io.tensionwire.detection.tension.Tension} weighs each story once ({@link
 * io.tensionwire.detection.tension.StoryShare}), sums days and weeks in UTC by event time, and ranks each among the last
 * 90 days. The formula, with its source: docs/tension.md.
 */
@NullMarked
package io.tensionwire.detection.tension;

import org.jspecify.annotations.NullMarked;
