/**
 * The Kafka Streams side of the walk: articles in, detections, stories and alerts out. {@link
 * io.tensionwire.processor.TensionTopology} is the table of contents; what is thought about an article or a story is a
 * pure function in {@link io.tensionwire.detection}, and here is only where it runs, what it remembers, and what
 * happens when something fails.
 *
 * <p>What articles are judged by are the watches on {@code news.watches}: {@link
 * io.tensionwire.processor.WatchFollower} follows that topic beside the topology, and what is pushed is in force as soon
 * as it is read.
 *
 * <p>Which story an article joins depends on which came before it. What is live comes nearly in the order of time; what is
 * read after an outage comes partition by partition, and is put in order first: {@link
 * io.tensionwire.processor.InOrderOfTime}.
 *
 * <p>A record that fails for its content goes to the dead letters and the rest goes on; the broker's absence is waited
 * out, with {@code /readyz} saying so; a bug ends the process.
 */
@NullMarked
package io.tensionwire.processor;

import org.jspecify.annotations.NullMarked;
