/**
 * A Kafka broker in this process, for the demo, for one machine, and for tests. The only place that sees its classes.
 */
@NullMarked
package io.tensionwire.broker;

import org.jspecify.annotations.NullMarked;
