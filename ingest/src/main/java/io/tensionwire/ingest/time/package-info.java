/**
 * The time that ingest goes by. Whatever waits for a moment waits here, so that a simulation can let days of polling pass
 * in seconds. Limits on a single exchange with a host are not of this time: they bound real work.
 */
@NullMarked
package io.tensionwire.ingest.time;

import org.jspecify.annotations.NullMarked;
