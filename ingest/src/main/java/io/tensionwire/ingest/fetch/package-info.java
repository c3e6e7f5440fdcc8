/**
 * Getting one address over HTTP, politely and safely: one request in flight for each host, {@code Retry-After}
 * honoured, every hop's address checked where it is connected to, size and time limited. What goes wrong out there is
 * a {@linkplain io.tensionwire.ingest.fetch.FetchOutcome result}, not an exception.
 */
@NullMarked
package io.tensionwire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
