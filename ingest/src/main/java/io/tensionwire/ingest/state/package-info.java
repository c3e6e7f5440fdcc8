/**
 * What ingest remembers, and how it is written. {@code news.feed-states} is the only memory: the owner of a partition
 * {@linkplain io.tensionwire.ingest.state.PartitionWriter fences} the former one, reads the states to the end, and
 * from then on writes articles and states together, so that a state never says more than what was told.
 */
@NullMarked
package io.tensionwire.ingest.state;

import org.jspecify.annotations.NullMarked;
