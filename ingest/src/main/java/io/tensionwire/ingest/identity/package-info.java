/**
 * By what an entry is known again, whatever its feed does to it.
 */
@NullMarked
package io.tensionwire.ingest.identity;

import org.jspecify.annotations.NullMarked;
