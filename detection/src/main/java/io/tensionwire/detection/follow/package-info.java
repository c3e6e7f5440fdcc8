/**
 * All that happens to a watch, one detection after the other: story, positions, alerts, tension. {@link
 * io.tensionwire.detection.follow.Following} is the table of contents. It keeps what it must remember in its {@link
 * io.tensionwire.detection.follow.Memory} and asks no clock: the topology and the backtest both run it.
 */
@NullMarked
package io.tensionwire.detection.follow;

import org.jspecify.annotations.NullMarked;
