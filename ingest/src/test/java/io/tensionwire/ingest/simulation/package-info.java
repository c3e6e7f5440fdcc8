/**
 * Ingest in a web and a time of their own. Days of polling pass in seconds: {@link
 * io.tensionwire.ingest.simulation.VirtualTime} goes on to the next moment that somebody waits for as soon as nobody
 * has anything left to do, and everything else, threads and HTTP over loopback among it, is what runs in production.
 */
@NullMarked
package io.tensionwire.ingest.simulation;

import org.jspecify.annotations.NullMarked;
