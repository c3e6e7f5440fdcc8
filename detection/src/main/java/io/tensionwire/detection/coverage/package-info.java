/**
 * What we do not see: sources that have gone silent. {@link io.tensionwire.detection.coverage.FeedReport} is what is
 * remembered of a feed, {@link io.tensionwire.detection.coverage.Coverage} decides what of it is worth an alert: one for
 * feeds that fail together, one for a country that is dark, and one for an outage of ours.
 */
@NullMarked
package io.tensionwire.detection.coverage;

import org.jspecify.annotations.NullMarked;
