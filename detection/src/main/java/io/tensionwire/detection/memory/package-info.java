/**
 * Where what is remembered of a watch is kept: a {@link io.tensionwire.detection.memory.Shelf} for each kind of thing.
 * In the topology a shelf is a state store of Kafka Streams, in a backtest a map; what is decided with it knows neither.
 */
@NullMarked
package io.tensionwire.detection.memory;

import org.jspecify.annotations.NullMarked;
